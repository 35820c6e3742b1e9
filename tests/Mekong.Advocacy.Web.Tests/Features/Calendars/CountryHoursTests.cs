using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Deliveries;
using NodaTime;

namespace Mekong.Advocacy.Web.Tests.Features.Calendars;

/// <summary>What the domain says of hours is what the time zone database says.</summary>
public sealed class CountryHoursTests
{
    public static TheoryData<string> Countries => [.. Country.All];

    [Theory]
    [MemberData(nameof(Countries))]
    public void A_day_begins_when_the_time_zone_database_says_so(string country)
    {
        var zone = DateTimeZoneProviders.Tzdb[CountryClock.ZoneOf(country)];
        for (var day = new DateOnly(2025, 1, 1); day <= new DateOnly(2031, 1, 1); day = day.AddDays(1))
            Assert.Equal(zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToInstant().ToDateTimeOffset(), CountryDays.EndOf(day.AddDays(-1), country));
    }
}
