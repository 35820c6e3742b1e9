using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Dialogues;

/// <summary>What can happen to a commitment. Stored for ever: add records, never edit one.</summary>
public abstract record CommitmentEvent;

/// <param name="Number">Unique within the network: 7 is called "C-7".</param>
/// <param name="Country">Of the authority, in whose zone days are counted.</param>
/// <param name="DueOn">The day on which it was due as things stood then; null: none is known.</param>
public sealed record CommitmentRecorded(int Number, CommitmentContent Content, string Country, DateOnly? DueOn) : CommitmentEvent;

/// <summary>Translations, source, recommendations: what is known of it better now. The words and their deadline stand.</summary>
public sealed record CommitmentDescribed(CommitmentContent Content) : CommitmentEvent;

/// <summary>The authority was given more time, or less, by agreement.</summary>
/// <param name="Status">Where it stands from now on: what was overdue is not any more.</param>
public sealed record CommitmentDueChanged(Due Due, string Country, DateOnly? DueOn, CommitmentStatus Status, string Reason) : CommitmentEvent;

/// <summary>Its forum has moved (a new day) or does not take place (none), and this followed.</summary>
/// <param name="Status">Where it stands from now on: what was overdue is not any more.</param>
public sealed record CommitmentDueFollowed(Guid ForumId, string Country, DateOnly? DueOn, CommitmentStatus Status) : CommitmentEvent;

/// <summary>The day is over, and nobody has shown that it was done.</summary>
public sealed record CommitmentFellDue(DateOnly DueOn) : CommitmentEvent;

/// <summary>Somebody shows what became of it; it counts when a second person agrees.</summary>
public sealed record StatusProposed(Guid ProposalId, CommitmentStatus Status, ValueList<Reference> Evidence, string Note, Guid By) : CommitmentEvent;

/// <param name="Why">Of a proposal that is returned: what it lacks.</param>
public sealed record StatusReviewed(Guid ProposalId, bool Accepted, CommitmentStatus Status, Guid By, string? Why) : CommitmentEvent;

/// <summary>A member sees it differently, and says so beside the status.</summary>
public sealed record DissentAttached(Guid DissentId, Guid OrganisationId, string Language, string Text) : CommitmentEvent;

public sealed record ConfidentialityChanged(bool Confidential, string Reason) : CommitmentEvent;
