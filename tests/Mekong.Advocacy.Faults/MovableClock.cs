namespace Mekong.Advocacy.Faults;

/// <summary>The machine's clock, moved: it runs on as usual, and timers keep real time.</summary>
internal sealed class MovableClock(DateTimeOffset? start = null) : TimeProvider
{
    private long moved = start is { } at ? (at - DateTimeOffset.UtcNow).Ticks : 0;

    public void Move(TimeSpan by) => Interlocked.Add(ref moved, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref moved));
}
