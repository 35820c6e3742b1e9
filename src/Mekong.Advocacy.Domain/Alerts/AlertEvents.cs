namespace Mekong.Advocacy.Domain.Alerts;

/// <summary>What can happen to an alert. Stored for ever: add records, never edit one.</summary>
public abstract record AlertEvent;

public sealed record AlertDrafted(Guid AuthorId, AlertContent Content) : AlertEvent;

public sealed record AlertEdited(Guid AuthorId, AlertContent Content) : AlertEvent;

public sealed record AlertApprovalRequested(Guid RequestedBy, string ContentHash) : AlertEvent;

public sealed record AlertApproved(Guid ApproverId, string ContentHash) : AlertEvent;

/// <param name="At">The instant at which the audience is frozen and sending starts.</param>
/// <param name="Zone">The IANA zone in which the hour was given; null for "now".</param>
public sealed record AlertScheduled(DateTimeOffset At, string? Zone) : AlertEvent;

/// <param name="Audience">Contact points in the frozen audience.</param>
public sealed record AlertSendingStarted(long Audience) : AlertEvent;

public sealed record AlertPaused(PauseReason Reason, string? Detail) : AlertEvent;

public sealed record AlertResumed : AlertEvent;

public sealed record AlertCancelled : AlertEvent;

public sealed record AlertFinished(long Sent, long Failed, long Suppressed, long Expired) : AlertEvent;

/// <summary>Who stopped a campaign: a person, or the platform because the fault is ours.</summary>
public enum PauseReason { Person, OurFault }
