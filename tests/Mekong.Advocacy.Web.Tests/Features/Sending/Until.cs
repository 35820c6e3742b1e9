using System.Diagnostics;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>Looks again and again until something is so, and fails with what was seen last when it never is.</summary>
internal static class Until
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(40);

    public static async Task<T> Sees<T>(Func<Task<T>> look, Func<T, bool> enough, string what, int seconds = 60)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (enough(seen)) return seen;
            if (Stopwatch.GetElapsedTime(began).TotalSeconds > seconds) Assert.Fail($"Not within {seconds} s: {what}. Last seen: {seen}");
            await Task.Delay(Between);
        }
    }

    public static Task True(Func<bool> look, string what, int seconds = 60) => Sees(() => Task.FromResult(look()), seen => seen, what, seconds);
}
