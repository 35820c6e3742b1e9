using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.FollowUps.FollowUpRefusals;

namespace Mekong.Advocacy.Domain.FollowUps;

using Decision = Decision<FollowUpEvent>;

/// <summary>A next step that somebody owes, with the day on which it is due.</summary>
/// <param name="SetAt">When the day became what it is: what is late from the start is not escalated at once.</param>
/// <param name="SnoozedUntil">No reminder before that morning.</param>
public sealed record FollowUp(
    FollowUpContent? Content, FollowUpState State, Guid OpenedBy, DateOnly? DueOn, DateTimeOffset SetAt, DateOnly? SnoozedUntil, string? Words,
    ImmutableHashSet<Guid> Ticked, ImmutableHashSet<Guid> Notes)
{
    public static readonly Fold<FollowUp, FollowUpEvent> Fold =
        new("follow-up", new FollowUp(null, FollowUpState.Open, Guid.Empty, null, default, null, null, [], []), Evolve);

    public bool IsOpen => Content is not null && State is not (FollowUpState.Done or FollowUpState.Dropped);

    public Decision Open(Guid by, FollowUpContent content, DateOnly? dueOn, DateTimeOffset now) =>
        Content is not null ? content.Equals(Content) && OpenedBy == by ? Decision.Nothing : AlreadyWritten
        : FollowUpRules.FaultsOf(content).FirstOrDefault() is { } fault ? fault
        : new FollowUpOpened(by, content, dueOn, now);

    public Decision Describe(Guid by, FollowUpContent content, DateOnly? dueOn, DateTimeOffset now) =>
        Content is null ? NoSuchFollowUp
        : FollowUpRules.FaultsOf(content).FirstOrDefault() is { } fault ? fault
        : content.Equals(Content) && dueOn == DueOn ? Decision.Nothing
        : new FollowUpDescribed(by, content, dueOn, now);

    /// <summary>What it hangs on has moved: a forum, or holidays that were announced since.</summary>
    public Decision MoveDue(DateOnly? dueOn, DateTimeOffset now) =>
        !IsOpen || dueOn == DueOn ? Decision.Nothing : new FollowUpDueMoved(Content!.Due.ForumId, dueOn, now);

    /// <summary>From any state to any other; what is over says what came of it, or why nothing does.</summary>
    public Decision ChangeState(Guid by, FollowUpState to, string? words)
    {
        var said = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        if (Content is null) return NoSuchFollowUp;
        if (!Enum.IsDefined(to) || State == to && (said is null || said == Words)) return Decision.Nothing;
        if (said is null && to is (FollowUpState.Done or FollowUpState.Dropped)) return to == FollowUpState.Done ? NeedsOutcome : NeedsReason.At("words");
        return said?.Length > FollowUpRules.LongestWords ? TooLong("words") : new FollowUpStateChanged(by, to, said);
    }

    /// <param name="today">In the follow-up's country.</param>
    public Decision Snooze(Guid by, DateOnly until, string? reason, DateOnly today) =>
        Content is null ? NoSuchFollowUp
        : !IsOpen ? IsClosed
        : SnoozedUntil == until ? Decision.Nothing
        : until <= today ? SnoozeIntoThePast
        : until > today.AddDays(FollowUpRules.LongestSnoozeDays) ? SnoozeTooLong.At("until", FollowUpRules.LongestSnoozeDays.ToString(CultureInfo.InvariantCulture))
        : string.IsNullOrWhiteSpace(reason) ? NeedsReason
        : reason.Length > FollowUpRules.LongestWords ? TooLong("reason")
        : new FollowUpSnoozed(by, until, reason.Trim());

    public Decision Note(Guid noteId, Guid by, string? text) =>
        Content is null ? NoSuchFollowUp
        : Notes.Contains(noteId) ? Decision.Nothing
        : string.IsNullOrWhiteSpace(text) ? NeedsNote
        : text.Length > FollowUpRules.LongestWords ? TooLong("text")
        : Notes.Count >= FollowUpRules.MostNotes ? TooManyNotes.At("text", FollowUpRules.MostNotes.ToString(CultureInfo.InvariantCulture))
        : new FollowUpNoted(noteId, by, text.Trim());

    public Decision Tick(Guid by, Guid itemId, bool isDone) =>
        Content is null ? NoSuchFollowUp
        : !IsOpen ? IsClosed
        : Content.Checklist.All(item => item.Id != itemId) ? NoSuchItem
        : Ticked.Contains(itemId) == isDone ? Decision.Nothing
        : new FollowUpItemTicked(by, itemId, isDone);

    private static Refusal TooLong(string field) => WordsTooLong.At(field, FollowUpRules.LongestWords.ToString(CultureInfo.InvariantCulture));

    private static FollowUp Evolve(FollowUp was, FollowUpEvent happened) => happened switch
    {
        FollowUpOpened e => was with { Content = e.Content, OpenedBy = e.By, DueOn = e.DueOn, SetAt = e.At },
        FollowUpDescribed e => was with { Content = e.Content, DueOn = e.DueOn, SetAt = e.DueOn == was.DueOn ? was.SetAt : e.At, Ticked = was.Ticked.Intersect(e.Content.Checklist.Select(item => item.Id)) },
        FollowUpDueMoved e => was with { DueOn = e.DueOn, SetAt = e.At },
        FollowUpStateChanged e => was with { State = e.State, Words = e.Words },
        FollowUpSnoozed e => was with { SnoozedUntil = e.Until },
        FollowUpNoted e => was with { Notes = was.Notes.Add(e.NoteId) },
        FollowUpItemTicked e => was with { Ticked = e.IsDone ? was.Ticked.Add(e.ItemId) : was.Ticked.Remove(e.ItemId) },
        _ => throw new UnreachableException($"FollowUp gives {happened.GetType().Name} no meaning."),
    };
}
