using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using NodaTime;
using NodaTime.Text;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>An hour as a coordinator gives it: an instant, and the zone in which it was meant.</summary>
internal sealed record LocalHour(DateTimeOffset At, string? Zone)
{
    public const string Now = "now";

    private static readonly LocalDateTimePattern[] Patterns =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm"),
    ];

    /// <summary>Refused at its field: text that is no time of our days, a zone nobody knows, an hour that a change of clocks leaves out.</summary>
    public static (LocalHour? Hour, Refusal? Refusal) Parse(string text, string? zone, DateTimeOffset now)
    {
        if (text.Trim().Equals(Now, StringComparison.OrdinalIgnoreCase)) return (new LocalHour(now, null), null);
        var local = Patterns.Select(pattern => pattern.Parse(text.Trim())).FirstOrDefault(result => result.Success);
        if (local is null || local.Value.Year is < 2000 or > 2999) return (null, AlertRefusals.HourNotUnderstood with { Detail = text });
        if (zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not { } known)
            return (null, AlertRefusals.ZoneNotKnown with { Detail = zone });
        var mapping = known.MapLocal(local.Value);
        return mapping.Count == 0
            ? (null, AlertRefusals.HourDoesNotExist with { Detail = text })
            : (new LocalHour(mapping.First().ToInstant().ToDateTimeOffset(), zone), null); // an hour that comes twice: the first
    }
}
