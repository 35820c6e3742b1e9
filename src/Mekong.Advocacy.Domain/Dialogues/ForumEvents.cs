using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Dialogues;

/// <summary>What can happen to a forum. Stored for ever: add records, never edit one.</summary>
public abstract record ForumEvent;

/// <param name="Country">ISO 3166-1 alpha-2, of where it takes place.</param>
/// <param name="Zone">In which its days are counted, e.g. "Asia/Vientiane".</param>
/// <param name="Until">Its last day.</param>
public sealed record ForumPlanned(ValueList<Wording> Names, string Country, string City, string Zone, DateOnly From, DateOnly Until) : ForumEvent;

public sealed record ForumRenamed(ValueList<Wording> Names) : ForumEvent;

/// <summary>What is due before it is due on another day now.</summary>
public sealed record ForumMoved(DateOnly From, DateOnly Until, string City, string Reason) : ForumEvent;

/// <summary>What was due before it has no day any more.</summary>
public sealed record ForumCancelled(string Reason) : ForumEvent;
