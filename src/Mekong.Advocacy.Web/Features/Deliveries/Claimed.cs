namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>A row of the ledger in a worker's hands, with what is needed to write the message.</summary>
/// <param name="State">"queued", or "attempted" when an earlier hand-over ended without an answer.</param>
/// <param name="Batch">The batch it was claimed with; 0 for a row that had been put off and came alone.</param>
public sealed record Claimed(
    long Id, Guid AlertId, Guid ContactPointId, Guid PersonId, long Number, string Channel, string Country, string Language,
    string State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? AttemptedAt,
    byte[] AddressSealed, byte[] NameSealed, string? Organisation, bool Withdrawn, bool Suppressed, long Batch);

/// <summary>A row with its address opened, and the mail domain or country that it goes to.</summary>
public sealed record Addressed(Claimed Row, string Address, string Destination)
{
    /// <summary>How things stood when the ledger was asked for it.</summary>
    public Standing Then { get; init; }
}
