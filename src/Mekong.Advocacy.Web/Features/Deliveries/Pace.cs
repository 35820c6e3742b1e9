using System.Threading.RateLimiting;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>How fast a channel may go, and one mail domain or country within it; and how long to hold when nobody answers.</summary>
public sealed class Pace(LimitSettings limits, string channel, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(60);

    private readonly RateLimiter? whole = Bucket(limits.PerSecond.GetValueOrDefault(channel));

    private readonly PartitionedRateLimiter<string> parts = PartitionedRateLimiter.Create<string, string>(
        destination => limits.Destinations.FirstOrDefault(limit => limit.Key.Equals(destination, StringComparison.OrdinalIgnoreCase)).Value is > 0 and var perSecond
            ? RateLimitPartition.Get(destination, _ => Bucket(perSecond)!)
            : RateLimitPartition.GetNoLimiter(destination),
        StringComparer.OrdinalIgnoreCase);

    private DateTimeOffset heldUntil;
    private int silences;

    /// <summary>True when a turn would come without waiting.</summary>
    public bool IsOpen => whole is null && heldUntil <= clock.GetUtcNow();

    /// <summary>Waits for the channel's turn.</summary>
    public async Task Turn(CancellationToken ct)
    {
        while (heldUntil - clock.GetUtcNow() is { Ticks: > 0 } hold) await Task.Delay(hold, clock, ct);
        if (whole is null) return;
        while (true)
        {
            using var lease = await whole.AcquireAsync(1, ct);
            if (lease.IsAcquired) return;
        }
    }

    /// <summary>Null when this destination may be written to now; otherwise when to look again.</summary>
    public DateTimeOffset? NotYet(string destination)
    {
        using var lease = parts.AttemptAcquire(destination);
        return lease.IsAcquired ? null : clock.GetUtcNow() + TimeSpan.FromSeconds(1);
    }

    /// <summary>Nobody took the call: 2, 4, 8 … 60 seconds without trying. All connections that meet the same silence count as one.</summary>
    public void Silence()
    {
        if (heldUntil > clock.GetUtcNow()) return;
        silences = Math.Min(silences + 1, 6);
        var hold = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, silences), LongestHold.TotalSeconds));
        heldUntil = clock.GetUtcNow() + hold;
    }

    public void Answered() => silences = 0;

    public void Dispose()
    {
        whole?.Dispose();
        parts.Dispose();
    }

    private static TokenBucketRateLimiter? Bucket(int perSecond) => perSecond <= 0 ? null : new(Filling(perSecond));

    /// <summary>About ten times a second, and so that whole tokens make exactly the rate.</summary>
    internal static TokenBucketRateLimiterOptions Filling(int perSecond) => new()
    {
        TokenLimit = (perSecond + 9) / 10,
        TokensPerPeriod = (perSecond + 9) / 10,
        ReplenishmentPeriod = TimeSpan.FromSeconds((perSecond + 9) / 10 / (double)perSecond),
        QueueLimit = int.MaxValue,
    };
}
