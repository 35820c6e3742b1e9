using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Dialogues;

/// <summary>What can happen to an authority and its posts. Stored for ever: add records, never edit one. Who an office-holder is stays sealed outside.</summary>
public abstract record AuthorityEvent;

/// <param name="Country">ISO 3166-1 alpha-2; of a body of several countries that of its seat.</param>
public sealed record AuthorityEntered(ValueList<Wording> Names, string Country) : AuthorityEvent;

public sealed record AuthorityRenamed(ValueList<Wording> Names) : AuthorityEvent;

public sealed record PostEntered(Guid PostId, ValueList<Wording> Titles) : AuthorityEvent;

public sealed record PostRenamed(Guid PostId, ValueList<Wording> Titles) : AuthorityEvent;

/// <param name="HolderId">Of a person in this post for this term; another term is another holder.</param>
/// <param name="From">Their first day in it.</param>
public sealed record PostTaken(Guid PostId, Guid HolderId, DateOnly From) : AuthorityEvent;

/// <param name="Until">The first day on which they do not hold it any more.</param>
public sealed record PostLeft(Guid PostId, Guid HolderId, DateOnly Until) : AuthorityEvent;
