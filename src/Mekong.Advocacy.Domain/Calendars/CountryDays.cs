namespace Mekong.Advocacy.Domain.Calendars;

/// <summary>
/// Days and hours as they are in the countries of the network. None of them changes its clocks, so a country is a fixed distance from UTC:
/// Myanmar 6:30, China 8:00, the others 7:00 (IANA time zone database 2026a).
/// </summary>
public static class CountryDays
{
    /// <summary>When offices open and reminders are read.</summary>
    public static readonly TimeOnly Morning = new(8, 0);

    public static TimeSpan OffsetOf(string country) => country switch
    {
        "MM" => new TimeSpan(6, 30, 0),
        "CN" => TimeSpan.FromHours(8),
        _ => TimeSpan.FromHours(7),
    };

    /// <summary>Which day it is there.</summary>
    public static DateOnly DayAt(DateTimeOffset instant, string country) => DateOnly.FromDateTime(instant.ToOffset(OffsetOf(country)).DateTime);

    /// <summary>The instant at which it is this hour there, in UTC.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly hour, string country) =>
        new DateTimeOffset(day.ToDateTime(hour), OffsetOf(country)).ToUniversalTime();

    public static DateTimeOffset MorningOf(DateOnly day, string country) => At(day, Morning, country);

    /// <summary>The first instant that no longer belongs to the day: what is due on it is late from here on.</summary>
    public static DateTimeOffset EndOf(DateOnly day, string country) => At(day.AddDays(1), TimeOnly.MinValue, country);
}
