using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Deliveries;
using NodaTime;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Meetings are held anywhere: their zone is a name of the IANA time zone database, not a country of the network.</summary>
public static class MeetingZones
{
    /// <summary>Which day it is there.</summary>
    public static DateOnly DayIn(string zone, DateTimeOffset at) => CountryClock.In(at, zone).Date.ToDateOnly();

    public static Refusal? WhyNotZone(string zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null ? AlertRefusals.ZoneNotKnown with { Field = "zone", Detail = zone } : null;
}
