namespace Mekong.Advocacy.Domain.SignOns;

/// <summary>What can happen to one endorser's sign-on of one statement. Stored for ever: add records, never edit one.</summary>
public abstract record SignOnEvent;

/// <summary>It counts from here on. Given again for a later version of the text.</summary>
public sealed record SignedOn(Signature Signature) : SignOnEvent;

/// <summary>An outside organisation or a person asks to sign; nothing is counted before it is verified.</summary>
public sealed record SignOnOffered(Signature Signature) : SignOnEvent;

public sealed record SignOnOfferRefused(Guid RefusedBy, string Reason) : SignOnEvent;

/// <summary>Another officer of the same organisation objects. Nothing is overwritten; somebody has to settle it before the delivery.</summary>
public sealed record SignOnHeld(Guid OfficerId, string Reason, DateTimeOffset At) : SignOnEvent;

public sealed record SignOnHoldLifted(Guid LiftedBy, string Reason) : SignOnEvent;

/// <param name="AfterDelivery">The delivered list stays as it was; the withdrawal is marked beside it.</param>
public sealed record SignOnWithdrawn(SignedMark Mark, Guid? OfficerId, string Reason, bool AfterDelivery, DateTimeOffset At) : SignOnEvent;

/// <param name="BatchId">Several that were found false together.</param>
public sealed record SignOnInvalidated(SignedMark Mark, Guid InvalidatedBy, Guid? BatchId, string Reason, DateTimeOffset At) : SignOnEvent;

/// <summary>The invalidation was a mistake, or the organisation has shown who it is: it may sign again.</summary>
public sealed record SignOnReadmitted(Guid ReadmittedBy, string Reason) : SignOnEvent;

/// <summary>The text changed, the endorser was asked again and did not answer, and the rule said: then it lapses.</summary>
public sealed record SignOnLapsed(SignedMark Mark, DateTimeOffset At) : SignOnEvent;

/// <param name="AskedFor">By the organisation's officer; null: the secretariat, which may only take exposure away.</param>
public sealed record SignOnDisplayChanged(Display Display, Guid? AskedFor) : SignOnEvent;
