using System.Collections.Concurrent;
using System.Diagnostics;
using Mekong.Advocacy.Benchmarks.Serving;

namespace Mekong.Advocacy.Benchmarks.SignOns;

/// <summary>People who read the public page while it is being signed, and hold its count against the answers that were given two seconds before.</summary>
internal sealed class Readers(PublicPage page, Rush rush)
{
    public const double MostLate = 2;

    private const int PerSecond = 20;

    private readonly ConcurrentQueue<(long At, int Answered)> past = new();
    private readonly ConcurrentBag<double> times = [];
    private int late, failed;

    /// <summary>Pages that left out a sign-on which had been answered more than two seconds before they were asked for.</summary>
    public int Late => late;

    public int Failed => failed;

    public double P50 => At(0.5);

    public double P95 => At(0.95);

    public async Task<T> While<T>(Task<T> happens, CancellationToken ct)
    {
        using var over = new CancellationTokenSource();
        var watching = Watch(over.Token);
        var reading = Load.Run(PerSecond, (_, stop) => Read(stop), over.Token, ct);
        try { return await happens; }
        finally
        {
            await over.CancelAsync();
            failed += (await reading).Failed;
            await watching;
        }
    }

    private double At(double share) => times.IsEmpty ? 0 : times.Order().ElementAt((int)(times.Count * share));

    private async Task Watch(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            past.Enqueue((Stopwatch.GetTimestamp(), rush.Answered));
            await Task.Delay(50, CancellationToken.None);
        }
    }

    private async Task<bool> Read(CancellationToken ct)
    {
        var asked = Stopwatch.GetTimestamp();
        var due = past.LastOrDefault(seen => Stopwatch.GetElapsedTime(seen.At, asked).TotalSeconds >= MostLate).Answered;
        var packed = await page.Packed(ct);
        times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        if (PublicPage.CountOn(packed) < due) Interlocked.Increment(ref late);
        return true;
    }
}
