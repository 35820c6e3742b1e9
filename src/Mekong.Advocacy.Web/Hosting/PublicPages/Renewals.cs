using System.Collections.Concurrent;

namespace Mekong.Advocacy.Web.Hosting.PublicPages;

/// <summary>
/// Who makes a page anew when something was only added to it. One reader at a time does, and where ten thousand sign in a minute not more than two
/// in a second; everybody else is handed the copy of a moment ago. In quiet times whoever asks sees what has just happened.
/// </summary>
/// <param name="milliseconds">A clock that nobody sets; a test's own where one looks on.</param>
internal sealed class Renewals(Func<long>? milliseconds = null)
{
    private const int Burst = 10, MostPages = 10_000;

    private const double PerMillisecond = 0.002;

    /// <summary>Whoever makes a page for longer is not waited for.</summary>
    private const long Patience = 1_000;

    private readonly Func<long> clock = milliseconds ?? (() => Environment.TickCount64);
    private readonly ConcurrentDictionary<string, Page> pages = [];

    /// <param name="page">Path, language and encoding.</param>
    /// <param name="changed">As of which change, and which hour, a copy must be: nobody is handed an older one.</param>
    /// <param name="added">As of which addition it may be.</param>
    /// <returns>The addition as of which the copy is to be handed out, or made by whoever asks first.</returns>
    public long AsOf(HttpContext http, string page, string changed, long added)
    {
        if (pages.Count > MostPages) pages.Clear();
        var kept = pages.GetOrAdd(page, _ => new Page(clock()));
        lock (kept)
        {
            var now = clock();
            if (kept.Changed != changed) (kept.Changed, kept.Made, kept.Making) = (changed, null, null);
            if (kept.Made >= added) return kept.Made.Value;
            if (kept.Making is { } making && now - kept.Since < Patience) return kept.Made ?? making;
            if (!kept.MayBeMade(now)) return kept.Made!.Value;
            (kept.Making, kept.Since) = (added, now);
            http.Items[typeof(Renewals)] = new Making(kept, changed, added);
            return added;
        }
    }

    /// <summary>There is a copy now, if this request was to make one.</summary>
    public static void Made(HttpContext http)
    {
        if (http.Items[typeof(Renewals)] is not Making { Page: var page } making) return;
        lock (page)
        {
            if (page.Changed != making.Changed) return;
            if (page.Making == making.Added) page.Making = null;
            page.Made = Math.Max(page.Made ?? 0, making.Added);
        }
    }

    private sealed record Making(Page Page, string Changed, long Added);

    private sealed class Page(long began)
    {
        private double left = Burst;
        private long refilled = began;

        public string? Changed { get; set; }
        public long? Made { get; set; }
        public long? Making { get; set; }
        public long Since { get; set; }

        public bool MayBeMade(long now)
        {
            left = Math.Min(Burst, left + (now - refilled) * PerMillisecond);
            refilled = now;
            if (Made is not null && left < 1) return false;
            left = Math.Max(0, left - 1);
            return true;
        }
    }
}
