using System.Globalization;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Dialogues;

namespace Mekong.Advocacy.Web.Features.FollowUps;

public sealed record OwnerJson(OwnerKind Kind, Guid Id);

public sealed record SubjectJson(SubjectKind Kind, Guid Id);

public sealed record ChecklistItemJson(Guid? Id, string? Text);

/// <summary>One of four: a date; a forum and days before it; a condition by language; working days after a date.</summary>
public sealed record DueJson(
    string? Date = null, Guid? ForumId = null, int DaysBefore = 0, IReadOnlyDictionary<string, string>? Condition = null, int? WorkingDays = null, string? After = null)
{
    public (FollowUpDue? Due, Refusal? Refusal) Read()
    {
        if (Date is { Length: > 0 }) return Day(Date) is { } day ? (new DueBy(new ByDate(day)), null) : (null, FollowUpRefusals.DayOutOfRange);
        if (ForumId is { } forum)
            return DaysBefore is >= 0 and <= ByForum.MostDaysBefore ? (new DueBy(new ByForum(forum, DaysBefore)), null)
                : (null, FollowUpRefusals.TooManyDays.At("due", ByForum.MostDaysBefore.ToString(CultureInfo.InvariantCulture)));
        if (WorkingDays is { } days) return Day(After) is { } from ? (new WorkingDaysAfter(from, days), null) : (null, FollowUpRefusals.DayOutOfRange);
        ValueList<Wording> condition = Condition?.Select(pair => new Wording(pair.Key, pair.Value)).Tidy() ?? [];
        if (condition.Count == 0) return (null, FollowUpRefusals.NeedsDue);
        return DialogueRules.TextFaults(condition, "due.condition", DialogueRules.LongestReason).FirstOrDefault() is { } fault ? (null, fault) : (new DueBy(new OnCondition(condition)), null);
    }

    /// <summary>ISO 8601; a year of the Buddhist era is understood as well.</summary>
    public static DateOnly? Day(string? text)
    {
        var typed = new Typed(default);
        var day = typed.Day(text, "");
        return typed.Faults.Count == 0 ? day : null;
    }
}

/// <summary>A next step as the API takes it.</summary>
/// <param name="Id">Chosen by the caller, so that writing twice writes one step; null: we choose.</param>
public sealed record FollowUpJson(
    Guid? Id, string? Step, string? Language, OwnerJson? Owner, string? Country, DueJson? Due, int Priority = 3, IReadOnlyList<ChecklistItemJson>? Checklist = null, SubjectJson? About = null)
{
    /// <summary>The content, or what could not be read of it.</summary>
    public (FollowUpContent? Content, Refusal? Refusal) Read()
    {
        if (Due is null) return (null, FollowUpRefusals.NeedsDue);
        var (due, fault) = Due.Read();
        if (fault is not null) return (null, fault);
        return (new FollowUpContent(
            Step?.Trim() ?? "", Language ?? "en", Owner is null ? new Owner(default, Guid.Empty) : new Owner(Owner.Kind, Owner.Id), Country?.Trim().ToUpperInvariant() ?? "", due!,
            Priority, [.. (Checklist ?? []).Select((item, line) => new ChecklistItem(item.Id ?? ItemId(line), item.Text?.Trim() ?? ""))],
            About is null ? null : new Subject(About.Kind, About.Id)), null);
    }

    /// <summary>A line's own, so that the same list sent twice is the same list.</summary>
    public static Guid ItemId(int line) => new(line + 1, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, 0]);
}
