using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Calendars;

/// <summary>Weekends, holidays, Chinese make-up days and ends of years.</summary>
public sealed class WorkingDaysTests
{
    private static DateOnly Day(int year, int month, int day) => new(year, month, day);

    private static IEnumerable<DateOnly> From(DateOnly first, int days) => Enumerable.Range(0, days).Select(first.AddDays);

    /// <summary>Spring Festival 2026: 15 to 23 February off, Saturdays 14 and 28 February worked.</summary>
    private static readonly WorkingCalendar China = new(From(Day(2026, 2, 15), 9).Append(Day(2027, 1, 1)), [Day(2026, 2, 14), Day(2026, 2, 28)]);

    /// <summary>Songkran 13 to 15 April, the end of the year and New Year.</summary>
    private static readonly WorkingCalendar Thailand = new([.. From(Day(2026, 4, 13), 3), Day(2026, 12, 31), Day(2027, 1, 1)], []);

    [Theory]
    [InlineData("2026-04-09", 1, "2026-04-10")]
    [InlineData("2026-04-10", 1, "2026-04-16")] // a Friday; then the weekend and Songkran
    [InlineData("2026-04-10", 2, "2026-04-17")]
    [InlineData("2026-04-12", 0, "2026-04-16")] // a Sunday: the next day that is worked
    [InlineData("2026-04-16", 0, "2026-04-16")]
    [InlineData("2026-04-18", 0, "2026-04-20")] // a Saturday: none and one lead to the same Monday
    [InlineData("2026-04-18", 1, "2026-04-20")]
    [InlineData("2026-12-30", 1, "2027-01-04")] // over the end of the year
    [InlineData("2026-12-25", 5, "2027-01-05")]
    public void Days_are_counted_from_the_next_one_over_weekends_and_holidays(string from, int days, string expected) =>
        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd"), WorkingDays.After(DateOnly.ParseExact(from, "yyyy-MM-dd"), days, Thailand));

    [Fact]
    public void A_weekend_day_that_makes_up_for_a_holiday_counts()
    {
        Assert.Equal(Day(2026, 2, 14), WorkingDays.After(Day(2026, 2, 13), 1, China)); // a Saturday
        Assert.Equal(Day(2026, 2, 24), WorkingDays.After(Day(2026, 2, 14), 1, China));
        Assert.Equal(Day(2026, 2, 14), WorkingDays.Before(Day(2026, 2, 24), 1, China));
        Assert.Equal(Day(2026, 2, 28), WorkingDays.After(Day(2026, 2, 27), 1, China));
        Assert.Equal(Day(2026, 3, 2), WorkingDays.After(Day(2026, 2, 28), 1, China));
        Assert.True(new WorkingCalendar([Day(2026, 2, 14)], [Day(2026, 2, 14)]).IsWorkingDay(Day(2026, 2, 14)));
    }

    private static readonly Gen<(DateOnly From, int Days, WorkingCalendar Calendar)> Cases =
        from start in Gen.Choose(0, 5 * 365)
        from days in Gen.Choose(0, 60)
        from off in Gen.ArrayOf(Gen.Choose(0, 6 * 365), 120)
        from worked in Gen.ArrayOf(Gen.Choose(0, 6 * 365), 20)
        select (Day(2025, 1, 1).AddDays(start), days, new WorkingCalendar(off.Select(Day(2025, 1, 1).AddDays), worked.Select(Day(2025, 1, 1).AddDays)));

    [Fact]
    public void What_is_found_is_worked_and_exactly_so_many_days_away() => Quiet.Holds(Cases, one =>
    {
        var found = WorkingDays.After(one.From, one.Days, one.Calendar);
        return one.Calendar.IsWorkingDay(found) && (one.Days == 0 ? found >= one.From : WorkingDays.Between(one.From, found, one.Calendar) == one.Days);
    });

    [Fact]
    public void Counting_back_leads_to_where_one_came_from() => Quiet.Holds(Cases, one =>
    {
        var begun = WorkingDays.After(one.From, 0, one.Calendar);
        return WorkingDays.Before(WorkingDays.After(begun, one.Days, one.Calendar), one.Days, one.Calendar) == begun;
    });

    [Fact]
    public void One_more_day_is_later_and_two_steps_are_one() => Quiet.Holds(Cases, one =>
    {
        var first = WorkingDays.After(one.From, 1, one.Calendar); // also what none leads to, from a day that is not worked
        return WorkingDays.After(one.From, 0, one.Calendar) <= first
            && WorkingDays.After(one.From, one.Days + 2, one.Calendar) > WorkingDays.After(one.From, one.Days + 1, one.Calendar)
            && WorkingDays.After(first, one.Days, one.Calendar) == WorkingDays.After(one.From, one.Days + 1, one.Calendar);
    });
}
