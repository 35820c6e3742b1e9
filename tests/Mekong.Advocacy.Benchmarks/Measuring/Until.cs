using System.Diagnostics;

namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>Looks again and again until something is so.</summary>
internal static class Until
{
    /// <exception cref="BenchException">It is not so within the time.</exception>
    public static async Task<T> Sees<T>(string what, TimeSpan patience, Func<Task<T>> look, Func<T, bool> enough, CancellationToken ct, int everyMs = 20)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(everyMs, ct))
        {
            var seen = await look();
            if (enough(seen)) return seen;
            if (Stopwatch.GetElapsedTime(began) > patience) throw new BenchException($"Not within {patience.TotalSeconds:0} s: {what}; last seen: {seen}");
        }
    }
}
