using System.Collections.Concurrent;
using System.Diagnostics;

namespace Mekong.Advocacy.Benchmarks.Serving;

/// <summary>So many requests a second, whatever the answers take: a moderate, even load.</summary>
internal sealed class Load
{
    private readonly ConcurrentBag<double> times = [];
    private int failed;

    /// <summary>Requests that got no good answer.</summary>
    public int Failed => failed;

    public int Count => times.Count;

    /// <summary>Milliseconds within which nineteen of twenty were answered.</summary>
    public double P95 => times.IsEmpty ? 0 : times.Order().ElementAt((int)(times.Count * 0.95));

    /// <summary>Asks until it is told to stop, then waits for the last answers.</summary>
    public static async Task<Load> Run(int perSecond, Func<int, CancellationToken, Task<bool>> ask, CancellationToken stop, CancellationToken ct)
    {
        var (load, open, began) = (new Load(), new List<Task>(), Stopwatch.GetTimestamp());
        for (var number = 0; !stop.IsCancellationRequested && !ct.IsCancellationRequested; number++)
        {
            var wait = TimeSpan.FromSeconds((double)number / perSecond) - Stopwatch.GetElapsedTime(began);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, CancellationToken.None);
            open.Add(load.One(number, ask, ct));
        }
        await Task.WhenAll(open);
        return load;
    }

    private async Task One(int number, Func<int, CancellationToken, Task<bool>> ask, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            if (!await ask(number, ct)) Interlocked.Increment(ref failed);
        }
        catch (HttpRequestException) { Interlocked.Increment(ref failed); }
        times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }
}
