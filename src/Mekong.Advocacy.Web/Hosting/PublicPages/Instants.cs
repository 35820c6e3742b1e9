namespace Mekong.Advocacy.Web.Hosting.PublicPages;

/// <summary>
/// The hours at which public pages change by themselves: an embargo ends, a window closes. Whoever makes a page tells them; when one has
/// come, no copy from before it is asked for again, to the instant by the server's clock.
/// </summary>
public sealed class Instants(TimeProvider clock)
{
    private readonly Lock guard = new();
    private readonly SortedSet<DateTimeOffset> coming = [];
    private DateTimeOffset last;

    /// <summary>What has passed already is of no concern.</summary>
    public void Tell(params ReadOnlySpan<DateTimeOffset?> instants)
    {
        var now = clock.GetUtcNow();
        lock (guard)
            foreach (var instant in instants)
                if (instant > now) coming.Add(instant.Value);
    }

    /// <summary>Another value from the first moment of each of the hours on.</summary>
    public long AsOf()
    {
        var now = clock.GetUtcNow();
        lock (guard)
        {
            while (coming.Count > 0 && coming.Min <= now)
            {
                last = coming.Min;
                coming.Remove(last);
            }
            return last.UtcTicks;
        }
    }
}
