using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Deliveries;
using NodaTime;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Which day it is in a country, and when a day is over there.</summary>
public static class CountryDays
{
    public static DateOnly Today(string country, DateTimeOffset now) => DayIn(CountryClock.ZoneOf(country), now);

    public static DateOnly DayIn(string zone, DateTimeOffset at) => CountryClock.In(at, zone).Date.ToDateOnly();

    /// <summary>The first moment of the next day.</summary>
    public static DateTimeOffset EndOf(DateOnly day, string country) => DateTimeZoneProviders.Tzdb[CountryClock.ZoneOf(country)]
        .AtStartOfDay(LocalDate.FromDateOnly(day).PlusDays(1)).ToDateTimeOffset().ToUniversalTime();

    public static Refusal? WhyNotZone(string zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null ? AlertRefusals.ZoneNotKnown with { Field = "zone", Detail = zone } : null;
}
