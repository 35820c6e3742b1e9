using System.Diagnostics;

namespace Mekong.Advocacy.Drills.Running;

/// <summary>Looks again and again until something is so.</summary>
internal static class Until
{
    public static async Task<T> Sees<T>(Func<Task<T>> look, Func<T, bool> enough, string what, double seconds, CancellationToken ct, int betweenMs = 100)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (enough(seen)) return seen;
            if (Stopwatch.GetElapsedTime(began).TotalSeconds > seconds) throw new TimeoutException($"not within {seconds} s: {what}; last seen: {seen}");
            await Task.Delay(betweenMs, ct);
        }
    }

    public static Task True(Func<bool> look, string what, double seconds, CancellationToken ct, int betweenMs = 5) =>
        Sees(() => Task.FromResult(look()), seen => seen, what, seconds, ct, betweenMs);
}
