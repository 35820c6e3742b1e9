namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>One mail domain or country as seen by the outtray: what waits for it, what is under way, and how it answered lately.</summary>
internal sealed class Destination(TimeProvider clock)
{
    private static readonly TimeSpan
        Long = TimeSpan.FromSeconds(1), VeryLong = TimeSpan.FromSeconds(5), Lately = TimeSpan.FromSeconds(10),
        LongestPutOff = TimeSpan.FromSeconds(60), Apart = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<long, long> underWay = [];
    private TimeSpan lastTook;
    private DateTimeOffset lastPutOff;
    private long goodSince, quickAt;

    public Queue<Addressed> Waiting { get; } = new();

    /// <summary>Lanes that have a row for it in hand, under way or about to be.</summary>
    public int Lanes { get; set; }

    public bool HasAnswered { get; private set; }

    /// <summary>No quick answer for a second, while one is awaited or after a late one. One late answer among quick ones is no sign.</summary>
    public bool IsSlow => IsLateFor(Long);

    /// <summary>So slow for so long that what waits for it had better wait elsewhere.</summary>
    public bool IsStuck => IsLateFor(VeryLong);

    public bool AnswersQuickly => quickAt != 0 && clock.GetElapsedTime(quickAt) < Lately && !IsSlow;

    /// <summary>It is being handed over from now on.</summary>
    public void Begin(long row)
    {
        var now = clock.GetTimestamp();
        if (underWay.Count == 0 && lastTook <= Long) goodSince = now; // nothing was asked of it meanwhile
        underWay[row] = now;
    }

    /// <summary>The row has met its answer, if it was handed over at all.</summary>
    public void End(long row)
    {
        if (!underWay.Remove(row, out var begun)) return;
        (lastTook, HasAnswered) = (clock.GetElapsedTime(begun), true);
        if (lastTook <= Long) goodSince = quickAt = clock.GetTimestamp();
    }

    /// <summary>When to look again at a row that waited too long: not before an answer may have come, and not all at the same moment.</summary>
    public DateTimeOffset Later()
    {
        var wait = lastTook < Long ? Long : lastTook < LongestPutOff ? lastTook : LongestPutOff;
        var (soonest, next) = (clock.GetUtcNow() + wait, lastPutOff + Apart);
        return lastPutOff = soonest > next ? soonest : next;
    }

    private bool IsLateFor(TimeSpan patience) =>
        (underWay.Count > 0 || lastTook > Long) && clock.GetElapsedTime(goodSince) > patience
        && (lastTook > Long || underWay.Values.Any(begun => clock.GetElapsedTime(begun) > Long));
}
