using Mekong.Advocacy.Domain.Calendars;

namespace Mekong.Advocacy.Domain.FollowUps;

/// <summary>The three that its owner gets, and the one that goes to the coordinator.</summary>
public enum ReminderKind { Before, OnTheDay, After, Escalation }

public sealed record Reminder(ReminderKind Kind, DateTimeOffset At);

/// <summary>When a follow-up makes itself heard: in the morning of its country, each kind once for each day on which it was due.</summary>
public static class Reminders
{
    /// <summary>In working days of the country.</summary>
    public const int DaysBefore = 3, DaysAfter = 1, DaysUntilEscalation = 3;

    /// <summary>In the order in which they come; none while there is no day, and none once it is over.</summary>
    public static IReadOnlyList<Reminder> Of(FollowUp followUp, WorkingCalendar calendar)
    {
        if (followUp is not { IsOpen: true, Content: { } content, DueOn: { } due }) return [];
        var country = content.Country;
        var wakes = followUp.SnoozedUntil;
        var patient = Later(Later(due, wakes), CountryDays.DayAt(followUp.SetAt, country));
        return
        [
            At(ReminderKind.Before, WorkingDays.Before(due, DaysBefore, calendar)),
            At(ReminderKind.OnTheDay, due),
            At(ReminderKind.After, WorkingDays.After(due, DaysAfter, calendar)),
            At(ReminderKind.Escalation, WorkingDays.After(patient, DaysUntilEscalation, calendar)),
        ];

        Reminder At(ReminderKind kind, DateOnly day) => new(kind, CountryDays.MorningOf(Later(day, wakes), country));
    }

    /// <summary>What should have gone by now: of the owner's three the latest alone, for the earlier ones say what is no longer so.</summary>
    public static IReadOnlyList<ReminderKind> DueAt(IReadOnlyList<Reminder> plan, DateTimeOffset now)
    {
        var come = plan.Where(reminder => reminder.At <= now).Select(reminder => reminder.Kind).ToList();
        var owners = come.Where(kind => kind != ReminderKind.Escalation).Select(kind => (ReminderKind?)kind).Max();
        return [.. come.Where(kind => kind == ReminderKind.Escalation || kind == owners)];
    }

    /// <summary>When to look again; null: all has been said.</summary>
    public static DateTimeOffset? NextAfter(IReadOnlyList<Reminder> plan, DateTimeOffset now) =>
        plan.Where(reminder => reminder.At > now).Select(reminder => (DateTimeOffset?)reminder.At).Min();

    private static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;
}
