namespace Mekong.Advocacy.Domain.Organisations;

/// <summary>On what a mandate rests, the most particular last.</summary>
public enum MandateKind { Standing, Board, Statement }

/// <summary>Leave for an officer to act for their organisation.</summary>
/// <param name="OfficerId">A focal point; who that is lies sealed outside the log.</param>
/// <param name="StatementId">The one statement it is for; null for the other kinds.</param>
/// <param name="From">The first moment at which it holds; of a decision by the board its date.</param>
/// <param name="Until">The first moment at which it does not hold any more; null: until it is ended.</param>
/// <param name="EvidenceId">The file that shows it, e.g. the minutes.</param>
public sealed record Mandate(
    Guid Id, Guid OfficerId, MandateKind Kind, Guid? StatementId, DateTimeOffset From, DateTimeOffset? Until, Guid? EvidenceId)
{
    public bool HoldsAt(DateTimeOffset at) => From <= at && (Until is null || at < Until);

    /// <summary>A mandate for one statement covers that statement; the others cover everything.</summary>
    /// <param name="statementId">Null: an act that has nothing to do with a statement.</param>
    public bool Covers(Guid? statementId) => Kind != MandateKind.Statement || StatementId == statementId;
}
