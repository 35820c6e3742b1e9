namespace Mekong.Advocacy.Domain.Alerts;

/// <summary>What can happen to an alert. Stored for ever: add records, never edit one.</summary>
public abstract record AlertEvent;

public sealed record AlertDrafted(Guid AuthorId, AlertContent Content) : AlertEvent;

public sealed record AlertEdited(Guid AuthorId, AlertContent Content) : AlertEvent;

public sealed record AlertApprovalRequested(Guid RequestedBy, string ContentHash) : AlertEvent;

public sealed record AlertApproved(Guid ApproverId, string ContentHash) : AlertEvent;

/// <summary>The approver says no, and why; the alert is a draft again.</summary>
public sealed record AlertSentBack(Guid ApproverId, string ContentHash, string Reason) : AlertEvent;

/// <summary>One person let it leave without a second one. The mark stays on the alert for ever.</summary>
public sealed record AlertReleasedInEmergency(Guid ReleasedBy, string ContentHash, string Reason) : AlertEvent;

/// <summary>Somebody who reads the language found the text good as a rendering of the source as it stood.</summary>
/// <param name="TextHash">Of the text that was read.</param>
/// <param name="SourceHash">Of the source text it was held against.</param>
public sealed record AlertTextReviewed(Guid ReviewerId, string Language, string TextHash, string SourceHash) : AlertEvent;

/// <param name="At">The instant at which the audience is frozen and sending starts.</param>
/// <param name="Zone">The IANA zone in which the hour was given; null for "now".</param>
/// <param name="Cost">What its texts were expected to cost at that moment, in <paramref name="Currency"/>; null: it has no texts, or nobody asked yet.</param>
public sealed record AlertScheduled(DateTimeOffset At, string? Zone, decimal? Cost = null, string? Currency = null) : AlertEvent;

/// <param name="Audience">Contact points in the frozen audience.</param>
public sealed record AlertSendingStarted(long Audience) : AlertEvent;

public sealed record AlertPaused(PauseReason Reason, string? Detail) : AlertEvent;

public sealed record AlertResumed : AlertEvent;

public sealed record AlertCancelled : AlertEvent;

/// <summary>Out of sight in the list of alerts, and nothing else.</summary>
public sealed record AlertArchived(Guid ArchivedBy) : AlertEvent;

public sealed record AlertUnarchived(Guid UnarchivedBy) : AlertEvent;

public sealed record AlertFinished(long Sent, long Failed, long Suppressed, long Expired) : AlertEvent;

/// <summary>Who stopped a campaign: a person, or the platform because the fault is ours or too many messages fail.</summary>
public enum PauseReason { Person, OurFault, TooManyErrors }
