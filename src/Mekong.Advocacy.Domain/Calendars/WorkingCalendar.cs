namespace Mekong.Advocacy.Domain.Calendars;

/// <summary>
/// On which days the offices of one country work: from Monday to Friday but for holidays, and on those days of a weekend that make up
/// for a long holiday (China).
/// </summary>
public sealed class WorkingCalendar(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> madeUp)
{
    private readonly HashSet<DateOnly> holidays = [.. holidays], madeUp = [.. madeUp];

    /// <summary>Weekends and nothing else.</summary>
    public static WorkingCalendar WithoutHolidays { get; } = new([], []);

    /// <summary>A day that is worked to make up for another is no holiday, whatever else is said of it.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        madeUp.Contains(day) || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);
}
