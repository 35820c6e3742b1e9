using Mekong.Advocacy.Domain.Messages;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>
/// Of all values a field takes in one cell, those that can make a text longest: in GSM 7-bit the one of most septets, in UCS-2 the one of
/// most units, and the longest of those that force UCS-2 upon a text that would do without.
/// </summary>
internal sealed class LongestValues
{
    private (string Value, int Size) gsm = ("", 0), any = ("", 0), forcing = ("", 0);

    public IEnumerable<string> Candidates => new[] { gsm.Value, any.Value, forcing.Value }.Distinct(StringComparer.Ordinal);

    public void Add(string value)
    {
        var shown = value.Replace("\u200B", "", StringComparison.Ordinal); // as it is on the phone
        if (shown.Length > any.Size) any = (value, shown.Length);
        var count = SmsSegments.Count(shown);
        ref var longest = ref count.Encoding == SmsEncoding.Gsm7 ? ref gsm : ref forcing;
        if (count.Units > longest.Size) longest = (value, count.Units);
    }
}
