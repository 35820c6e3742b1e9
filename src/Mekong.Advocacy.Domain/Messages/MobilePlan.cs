using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Domain.Messages;

/// <summary>
/// The mobile numbers of one country, without the trunk prefix. Facts from Google's libphonenumber (Apache-2.0) as published in
/// libphonenumber-js 1.13.16, metadata.max.json, read on 2026-11-21: a new operator's prefix has to be added here.
/// </summary>
/// <param name="Mobile">Of the whole national number.</param>
/// <param name="Shortest">The least digits of any national number there, fixed lines included.</param>
internal sealed record MobilePlan(string Country, string CallingCode, Regex Mobile, int Shortest, int Longest)
{
    private static readonly MobilePlan[] All =
    [
        new("KH", "855", Pattern(
            """(?:(?:1[28]|3[18]|9[67])\d|6[016-9]|7(?:[07-9]|[16]\d)|8(?:[013-79]|8\d))\d{6}|(?:1\d|9[0-57-9])\d{6}""",
            """(?:2[3-6]|3[2-6]|4[2-4]|[5-7][2-5])48\d{5}"""), 8, 10),
        new("LA", "856", Pattern("""208[78]\d{6}|(?:20[23579]|30)\d{7}"""), 8, 10),
        new("MM", "95", Pattern(
            """17[01]\d{4}""",
            """9(?:2(?:[0-4]|[56]\d\d)|(?:3(?:[0-36]|4\d)|(?:6\d|8[89]|9[4-8])\d|7(?:3|40|[5-9]\d))\d)\d{5}""",
            """9(?:4(?:(?:[0245]\d|[1379])\d|88)|5[0-6])\d{5}""",
            """9[69]1\d{6}|9(?:[68]\d|9[089])\d{5}"""), 6, 10),
        new("TH", "66", Pattern("""(?:(?:14|[89]\d)\d\d|6(?:[1-6]\d\d|7(?:1[0-8]|2[4-7]|3[1-6])))\d{5}"""), 8, 10),
        new("VN", "84", Pattern(
            """121[0-3]\d{5}""",
            """(?:1[46]0|(?:3\d|7[06-9])\d|5(?:[1689]\d|2[238]|59)|8(?:[1-8]\d|9[6-9])|9(?:[0-8]\d|9[013-9]))\d{6}"""), 7, 10),
        new("CN", "86", Pattern(
            """1(?:610\d|740[0-5])\d{6}""",
            """1(?:[38]\d|4[57]|[59][0-35-9]|6[25-7]|7[0-35-8])\d{8}"""), 7, 12),
    ];

    public static MobilePlan? Of(string? country) => Array.Find(All, p => string.Equals(p.Country, country, StringComparison.OrdinalIgnoreCase));

    public bool IsMobile(string national) => Mobile.IsMatch(national);

    public bool CouldBeNumber(string national) => national.Length >= Shortest && national.Length <= Longest;

    private static Regex Pattern(params string[] alternatives) =>
        new($@"\A(?:{string.Join('|', alternatives)})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
