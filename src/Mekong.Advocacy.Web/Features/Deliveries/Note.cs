using System.Text.Json.Serialization;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>The states of a row in the ledger.</summary>
public static class DeliveryState
{
    public const string Queued = "queued", Attempted = "attempted", Sent = "sent", Failed = "failed", Suppressed = "suppressed", Expired = "expired";

    public static bool IsFinal(string state) => state is not (Queued or Attempted);
}

/// <summary>What a worker writes into the ledger about one row.</summary>
/// <param name="DueAt">When it is to be looked at again; null where it is not.</param>
/// <param name="Counts">True when this ends an attempt that the recipient's side took part in.</param>
/// <param name="Parts">Messages on the air, counted at the hand-over; null: nothing to say.</param>
/// <param name="Batch">The batch under whose lease it is written; 0: the row's own.</param>
public sealed record Note(
    long Id, string State, string? Reason = null, string? Reply = null, DateTimeOffset? DueAt = null, bool Counts = false, string? ProviderId = null,
    int? Parts = null, long Batch = 0)
{
    /// <summary>No state of a row: it is kept with the worker, not in the ledger.</summary>
    internal const string InFlight = "in-flight";

    /// <summary>The kinds of note after which the row stays in the worker's hands.</summary>
    [JsonIgnore]
    public bool IsAttempt => IsLeaving || State == DeliveryState.Attempted && DueAt is null;

    /// <summary>The row's own state changes with the answer only.</summary>
    [JsonIgnore]
    public bool IsLeaving => State == InFlight;

    /// <summary>About to be handed over: must be on disk before the first byte leaves.</summary>
    public static Note Attempt(Claimed row, int? parts = null) => new(row.Id, DeliveryState.Attempted, Parts: parts, Batch: row.Batch);

    /// <summary>The same for a message of a batch.</summary>
    public static Note Leaving(Claimed row) => new(row.Id, InFlight, Batch: row.Batch);

    /// <summary>Not now: the row gets an hour of its own.</summary>
    public static Note PutOff(Claimed row, DateTimeOffset until, string? reason) => new(row.Id, row.State, reason, DueAt: until, Batch: row.Batch);
}
