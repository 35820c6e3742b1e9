namespace Mekong.Advocacy.Domain.FollowUps;

/// <summary>What can happen to a follow-up. Stored for ever: add records, never edit one.</summary>
/// <remarks>"By" is an account, or the officer who used a link of theirs.</remarks>
public abstract record FollowUpEvent;

/// <param name="DueOn">The day that the rule gave; null: it waits for a condition, or for a forum without a date.</param>
public sealed record FollowUpOpened(Guid By, FollowUpContent Content, DateOnly? DueOn, DateTimeOffset At) : FollowUpEvent;

public sealed record FollowUpDescribed(Guid By, FollowUpContent Content, DateOnly? DueOn, DateTimeOffset At) : FollowUpEvent;

/// <summary>The forum, the calendar or the condition on which the day hangs has changed.</summary>
/// <param name="ForumId">Null: it was no forum.</param>
public sealed record FollowUpDueMoved(Guid? ForumId, DateOnly? DueOn, DateTimeOffset At) : FollowUpEvent;

/// <param name="Words">What came of it, where it is done; why, where it is dropped or waits.</param>
public sealed record FollowUpStateChanged(Guid By, FollowUpState State, string? Words) : FollowUpEvent;

/// <summary>No reminder before the morning of this day; the day on which it is due stays what it is.</summary>
public sealed record FollowUpSnoozed(Guid By, DateOnly Until, string Reason) : FollowUpEvent;

public sealed record FollowUpNoted(Guid NoteId, Guid By, string Text) : FollowUpEvent;

public sealed record FollowUpItemTicked(Guid By, Guid ItemId, bool IsDone) : FollowUpEvent;

public enum FollowUpState { Open, Doing, Waiting, Done, Dropped }
