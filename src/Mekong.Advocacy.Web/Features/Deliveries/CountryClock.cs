using System.Globalization;
using NodaTime;
using NodaTime.Extensions;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Which hour it is where the readers are.</summary>
internal static class CountryClock
{
    /// <summary>The hour of the secretariat, for whatever belongs to no country.</summary>
    public const string Office = "Asia/Bangkok";

    private static readonly Dictionary<string, string> Zones = new(StringComparer.Ordinal)
    {
        ["KH"] = "Asia/Phnom_Penh",
        ["LA"] = "Asia/Vientiane",
        ["MM"] = "Asia/Yangon",
        ["TH"] = "Asia/Bangkok",
        ["VN"] = "Asia/Ho_Chi_Minh",
        ["CN"] = "Asia/Shanghai",
    };

    public static string ZoneOf(string country) => Zones.GetValueOrDefault(country, Office);

    /// <summary>"08:00" on the same local day as now, else with the date before it.</summary>
    public static string Hour(DateTimeOffset at, DateTimeOffset now, string zone)
    {
        var (local, today) = (In(at, zone), In(now, zone).Date);
        return local.ToString(local.Date == today ? "HH':'mm" : "uuuu'-'MM'-'dd HH':'mm", CultureInfo.InvariantCulture);
    }

    public static LocalDateTime In(DateTimeOffset at, string zone) => at.ToInstant().InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
}
