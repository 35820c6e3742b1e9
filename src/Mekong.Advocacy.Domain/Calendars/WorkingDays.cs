namespace Mekong.Advocacy.Domain.Calendars;

/// <summary>Counts in days on which offices work.</summary>
public static class WorkingDays
{
    /// <summary>More than anybody plans ahead, and little enough to be counted day by day.</summary>
    public const int Most = 260;

    /// <summary>The n-th working day after a day, which is not counted itself; none: the day itself, or the next one that is worked.</summary>
    public static DateOnly After(DateOnly day, int days, WorkingCalendar calendar) => Step(day, days, 1, calendar);

    /// <summary>The n-th working day before a day, which is not counted itself; none: the day itself, or the last one before it that is worked.</summary>
    public static DateOnly Before(DateOnly day, int days, WorkingCalendar calendar) => Step(day, days, -1, calendar);

    /// <summary>How many working days there are after the first day, up to and with the second.</summary>
    public static int Between(DateOnly from, DateOnly until, WorkingCalendar calendar)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= until; day = day.AddDays(1)) if (calendar.IsWorkingDay(day)) count++;
        return count;
    }

    private static DateOnly Step(DateOnly day, int days, int way, WorkingCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        for (var left = days; left > 0;)
        {
            day = day.AddDays(way);
            if (calendar.IsWorkingDay(day)) left--;
        }
        while (!calendar.IsWorkingDay(day)) day = day.AddDays(way);
        return day;
    }
}
