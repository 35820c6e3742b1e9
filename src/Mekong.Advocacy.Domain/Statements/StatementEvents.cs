namespace Mekong.Advocacy.Domain.Statements;

/// <summary>What can happen to a statement. Stored for ever: add records, never edit one.</summary>
public abstract record StatementEvent;

/// <param name="Number">Short, for texts by phone: "ENDORSE 12".</param>
public sealed record StatementDrafted(Guid AuthorId, int Number, StatementContent Content) : StatementEvent;

public sealed record StatementEdited(Guid AuthorId, StatementContent Content) : StatementEvent;

/// <param name="Language">The text it is about; null: the statement as a whole.</param>
public sealed record StatementCommented(Guid CommentId, Guid AccountId, string? Language, string Text) : StatementEvent;

/// <summary>From here on the words stand still, under the hashes that will be published.</summary>
/// <param name="OpensAt">When it opens by itself, if every language is approved by then.</param>
public sealed record StatementTextFrozen(Guid FrozenBy, int Version, IReadOnlyList<TextSeal> Seals, DateTimeOffset OpensAt) : StatementEvent
{
    public bool Equals(StatementTextFrozen? other) =>
        other is not null && (FrozenBy, Version, OpensAt) == (other.FrozenBy, other.Version, other.OpensAt) && Seals.SequenceEqual(other.Seals);

    public override int GetHashCode() => HashCode.Combine(FrozenBy, Version);
}

/// <summary>The words may move again; every approval of them is void.</summary>
public sealed record StatementTextThawed(Guid ThawedBy, string Reason) : StatementEvent;

public sealed record StatementTextApproved(Guid ApproverId, int Version, string Language, string Hash) : StatementEvent;

public sealed record StatementOpened(int Version, DateTimeOffset At, DateTimeOffset ClosesAt) : StatementEvent;

public sealed record StatementSuspended(Guid SuspendedBy, string Reason) : StatementEvent;

public sealed record StatementReopened(Guid ReopenedBy) : StatementEvent;

public sealed record StatementDeadlineMoved(Guid MovedBy, DateTimeOffset ClosesAt, string Reason) : StatementEvent;

/// <summary>A slip of the pen, put right beside the text, which stays as it was signed.</summary>
public sealed record CorrigendumIssued(Guid CorrigendumId, Guid IssuedBy, string Language, string Found, string Correct, string? Note) : StatementEvent;

/// <summary>A material change: new words, which become the statement's when a second person has approved each of them.</summary>
public sealed record StatementRevisionProposed(Guid ProposedBy, int Version, IReadOnlyList<StatementText> Texts, IReadOnlyList<TextSeal> Seals) : StatementEvent
{
    public bool Equals(StatementRevisionProposed? other) => other is not null && (ProposedBy, Version) == (other.ProposedBy, other.Version)
        && Texts.SequenceEqual(other.Texts) && Seals.SequenceEqual(other.Seals);

    public override int GetHashCode() => HashCode.Combine(ProposedBy, Version);
}

public sealed record StatementRevisionDropped(Guid DroppedBy, int Version) : StatementEvent;

/// <summary>Everybody who signed an earlier version is asked again.</summary>
public sealed record StatementRevised(int Version) : StatementEvent;

/// <summary>A late translation. It is read beside the texts that are signed and touches no sign-on.</summary>
public sealed record CourtesyTextAdded(Guid AddedBy, int Version, StatementText Text, string Hash) : StatementEvent;

/// <summary>The window is over; the register is what it is.</summary>
public sealed record StatementClosed(DateTimeOffset At, RegisterMark Register, int Organisations, int Individuals) : StatementEvent;

public sealed record StatementCancelled(Guid CancelledBy, string Reason) : StatementEvent;

public sealed record StatementSuperseded(Guid SupersededBy, Guid ByStatementId) : StatementEvent;

/// <param name="Addressee">Each office has a copy of its own, which names to it who is sealed to others.</param>
/// <param name="Hash">SHA-256 of package.json: 64 lower-case hexadecimal digits.</param>
public sealed record PackageMade(Guid PackageId, Guid MadeBy, string Addressee, string Hash, DateTimeOffset At, RegisterMark Register, int Organisations, int Individuals)
    : StatementEvent;

/// <summary>The office is to get its package by e-mail; what the mail server said becomes the transmission of this id.</summary>
public sealed record PackageMailRequested(Guid TransmissionId, Guid RequestedBy, string Addressee, Guid PackageId, DateTimeOffset At) : StatementEvent;

/// <param name="Reply">The mail server's answer, or what was written on the stamped copy; no person's name.</param>
/// <param name="EvidenceId">A scan of the stamped copy or receipt.</param>
public sealed record TransmissionRecorded(
    Guid TransmissionId, Guid RecordedBy, string Addressee, TransmissionChannel Channel, Guid PackageId, string PackageHash, bool Arrived, string Reply,
    Guid? EvidenceId, DateTimeOffset At) : StatementEvent;

public sealed record ReplyReceived(Guid ReplyId, Guid RecordedBy, string Addressee, string Summary, Guid? EvidenceId, DateTimeOffset At) : StatementEvent;

/// <summary>What came of it in the end, in a sentence for those who signed.</summary>
public sealed record OutcomeRecorded(Guid RecordedBy, string Summary) : StatementEvent;

public sealed record StatementArchived(Guid ArchivedBy) : StatementEvent;

/// <summary>The fingerprint of one frozen text: 64 lower-case hexadecimal digits.</summary>
public sealed record TextSeal(string Language, TextRole Role, string Hash);

/// <summary>Where the register of sign-ons stood: how many entries, their Merkle root and the head of their chain.</summary>
public sealed record RegisterMark(int Size, string Root, string Head);

public enum TransmissionChannel { Email, Post, Hand, Portal }
