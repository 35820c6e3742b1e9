using System.Globalization;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>Names of countries: ours in the reader's language, others in English, as the platform's locale data have them.</summary>
internal static class Countries
{
    /// <summary>Places that CLDR tells apart and ISO 3166-1 does not.</summary>
    private static readonly string[] NoCountries = ["AC", "CP", "CQ", "DG", "EA", "IC", "TA", "XK"];

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Names = new(() => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(RegionOf).OfType<RegionInfo>().DistinctBy(region => region.TwoLetterISORegionName)
        .Where(region => region.TwoLetterISORegionName is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] code && !NoCountries.Contains(code))
        .ToDictionary(region => region.TwoLetterISORegionName, region => region.EnglishName));

    /// <summary>Ours first, then every other by its name.</summary>
    public static IReadOnlyList<(string Code, string Name)> All() =>
    [
        .. Country.All.Select(code => (code, Name(code))),
        .. Names.Value.Where(pair => !Country.IsKnown(pair.Key)).OrderBy(pair => pair.Value, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)),
    ];

    public static string Name(string code) =>
        Country.IsKnown(code) ? WordsIn.Country(CultureInfo.CurrentUICulture.Name, code) : Names.Value.GetValueOrDefault(code, code);

    private static RegionInfo? RegionOf(CultureInfo culture)
    {
        try { return new RegionInfo(culture.Name); }
        catch (ArgumentException) { return null; } // a culture of no place
    }
}
