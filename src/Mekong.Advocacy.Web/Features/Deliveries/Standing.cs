using Mekong.Advocacy.Web.Hosting.PublicPages;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>When the ledger was asked, and how much had happened here to alerts and people until then.</summary>
public readonly record struct Standing(DateTimeOffset At, long Happened);

/// <summary>
/// Whether what the ledger said of a row at its claim (it may leave, it is ours) still holds. Pausing, cancelling and opting out in this
/// process are known at once, in another after a quarter of a second: then the ledger is asked again before the message leaves.
/// </summary>
internal sealed class Standings(Happenings happenings, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    private static readonly string[] Kinds = ["alert", "subscriber"];

    private long doubts;

    public Standing Now => new(clock.GetUtcNow(), happenings.Count(Kinds) + Volatile.Read(ref doubts));

    /// <summary>The ledger was changed past its events: whatever was claimed before is asked about once more.</summary>
    public void Doubt() => Interlocked.Increment(ref doubts);

    public bool Holds(Standing then) =>
        Now is var now && now.Happened == then.Happened && now.At - then.At is var age && age >= TimeSpan.Zero && age < Longest;
}
