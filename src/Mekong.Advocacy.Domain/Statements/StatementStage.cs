namespace Mekong.Advocacy.Domain.Statements;

/// <summary>"Closing soon" is no stage: it follows from the clock.</summary>
public enum StatementStage { Unwritten, Draft, Frozen, Approved, Open, Suspended, Closed, Delivered, Answered, Cancelled, Superseded, Archived }

/// <summary>One language of the version that is signed now, or of the one that is proposed.</summary>
/// <param name="ApprovedBy">Null: nobody but its authors answers for it yet, and it is not shown.</param>
public sealed record FrozenText(StatementText Text, int Version, string Hash, Guid? ApprovedBy = null);

/// <summary>The one text an endorser has read and signs: which version, in which language, under which hash.</summary>
public sealed record SignedText(int Version, string Language, string Hash);
