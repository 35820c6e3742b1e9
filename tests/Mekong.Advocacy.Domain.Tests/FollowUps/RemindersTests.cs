using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.FollowUps.ReminderKind;
using static Mekong.Advocacy.Domain.Tests.FollowUps.Step;

namespace Mekong.Advocacy.Domain.Tests.FollowUps;

/// <summary>When a step makes itself heard: three mornings for its owner, one for the coordinator.</summary>
public sealed class RemindersTests
{
    private static DateTimeOffset Morning(int month, int day, string country = "KH", int year = 2026) => CountryDays.MorningOf(new(year, month, day), country);

    private static IReadOnlyList<Reminder> Plan(params FollowUpEvent[] past) => Reminders.Of(FollowUp.Fold.Over(past), Cambodia);

    private static FollowUpOpened DueAt(DateOnly day, string country = "KH") => new(Dara, Content with { Country = country }, day, Now);

    [Fact]
    public void Three_working_days_before_on_the_day_the_next_one_and_three_later_to_the_coordinator() => Assert.Equal(
        [new(Before, Morning(11, 26)), new(OnTheDay, Morning(12, 1)), new(After, Morning(12, 2)), new Reminder(Escalation, Morning(12, 4))], Plan(Opened));

    [Fact]
    public void Weekends_and_holidays_are_not_counted() => Assert.Equal(
        [new(Before, Morning(11, 19)), new(OnTheDay, Morning(11, 27)), new(After, Morning(11, 30)), new Reminder(Escalation, Morning(12, 2))],
        Plan(DueAt(new(2026, 11, 27))));

    [Fact]
    public void The_end_of_a_year_is_a_day_like_others_in_each_country()
    {
        foreach (var country in new[] { "MM", "CN", "TH" })
            Assert.Equal(
                [Morning(12, 28, country), Morning(12, 31, country), Morning(1, 4, country, 2027), Morning(1, 6, country, 2027)],
                Plan(DueAt(new(2026, 12, 31), country)).Select(reminder => reminder.At));
    }

    [Fact]
    public void What_sleeps_is_silent_until_its_morning_and_the_coordinator_waits_as_long()
    {
        var plan = Plan(Opened, new FollowUpSnoozed(Bopha, new(2026, 12, 7), "The office is closed"));
        Assert.Equal([Morning(12, 7), Morning(12, 7), Morning(12, 7), Morning(12, 10)], plan.Select(reminder => reminder.At));
        Assert.Equal([After], Reminders.DueAt(plan, Morning(12, 7)));
        Assert.Empty(Reminders.DueAt(plan, Morning(12, 7).AddTicks(-1)));
    }

    [Fact]
    public void What_is_late_from_the_start_is_asked_for_at_once_and_escalated_three_days_later()
    {
        var plan = Plan(DueAt(new(2026, 10, 1)));
        Assert.Equal([After], Reminders.DueAt(plan, Now));
        Assert.Equal(Morning(11, 5), Reminders.NextAfter(plan, Now));
        Assert.Equal([After, Escalation], Reminders.DueAt(plan, Morning(11, 5)));
    }

    [Fact]
    public void A_day_that_moved_begins_anew()
    {
        var plan = Plan(Opened, new FollowUpDueMoved(null, new(2026, 12, 15), Morning(12, 10)));
        Assert.Equal([Morning(12, 10), Morning(12, 15), Morning(12, 16), Morning(12, 18)], plan.Select(reminder => reminder.At));
    }

    [Fact]
    public void Without_a_day_or_once_it_is_over_nothing_is_said()
    {
        Assert.Empty(Plan());
        Assert.Empty(Plan(Opened with { Content = Content with { Due = new DueBy(new OnCondition([new("en", "When the decree is out")])) }, DueOn = null }));
        Assert.Empty(Plan(Opened, new FollowUpStateChanged(Bopha, FollowUpState.Done, "Asked")));
        Assert.Empty(Plan(Opened, new FollowUpStateChanged(Bopha, FollowUpState.Dropped, "Overtaken")));
        Assert.Equal(4, Plan(Opened, new FollowUpStateChanged(Bopha, FollowUpState.Waiting, null)).Count);
    }

    private static readonly Gen<(int Due, int Sleep, int Set)> Cases = from due in Gen.Choose(-60, 400) from sleep in Gen.Choose(-30, 90) from set in Gen.Choose(0, 60) select (due, sleep, set);

    [Fact]
    public void Whoever_looks_at_any_moment_sees_at_most_one_of_the_owners_and_nothing_twice() => Quiet.Holds(Cases, one =>
    {
        FollowUpEvent[] past = [new FollowUpOpened(Dara, Content, new DateOnly(2026, 11, 2).AddDays(one.Due), Now.AddDays(one.Set)), new FollowUpSnoozed(Dara, new DateOnly(2026, 11, 2).AddDays(one.Sleep), "x")];
        var (plan, heard) = (Plan(past), new List<ReminderKind>());
        for (DateTimeOffset? at = Now.AddDays(one.Set); at is not null; at = Reminders.NextAfter(plan, at.Value))
        {
            var now = Reminders.DueAt(plan, at.Value);
            if (now.Count(kind => kind != Escalation) > 1) return false;
            heard.AddRange(now.Except(heard));
        }
        return plan.Zip(plan.Skip(1)).All(pair => pair.First.At <= pair.Second.At) && heard[^1] == Escalation && heard.SequenceEqual(heard.Order());
    });
}
