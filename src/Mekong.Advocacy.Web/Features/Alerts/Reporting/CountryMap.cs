using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts.Reporting;

/// <summary>A number for each of the six countries, to be drawn on the map; null stands as the word given for what is hidden.</summary>
public sealed record CountryMap(string Title, Func<string, long?> Count, string Hidden = "")
{
    public long Most => Country.All.Max(country => Count(country)) ?? 0;

    public string Shown(string country) => Count(country) is { } number ? Languages.Number(number) : Hidden;
}
