namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>One mail domain or country as seen by the outtray: what waits for it, what is under way, and how it answered lately.</summary>
/// <param name="few">Lanes that it may have before anything is known of it.</param>
internal sealed class Destination(TimeProvider clock, int few)
{
    private static readonly TimeSpan
        Long = TimeSpan.FromSeconds(1), VeryLong = TimeSpan.FromSeconds(5), Lately = TimeSpan.FromSeconds(10),
        LongestPutOff = TimeSpan.FromSeconds(60), Apart = TimeSpan.FromMilliseconds(10);

    private const int MostLanes = 1000;

    private readonly Dictionary<long, long> underWay = [];
    private TimeSpan lastTook;
    private DateTimeOffset lastPutOff;
    private int earned;
    private long goodSince, quickAt, lastAnswerAt;

    public Queue<Addressed> Waiting { get; } = new();

    /// <summary>Lanes that have a row for it in hand, under way or about to be.</summary>
    public int Lanes { get; set; }

    /// <summary>Lanes that it has earned: one more with each answer, so one that is silent holds few.</summary>
    public int Window => few + earned;

    /// <summary>No quick answer for a second, while one is awaited or after a late one. One late answer among quick ones is no sign.</summary>
    public bool IsSlow => IsLateFor(Long);

    /// <summary>Nothing is known of it, or nothing good: whatever stands behind it may wait long.</summary>
    public bool IsUnsure => earned == 0 || IsSlow;

    /// <summary>So slow for so long that what waits for it had better wait elsewhere.</summary>
    public bool IsStuck => IsLateFor(VeryLong);

    /// <summary>The lanes have something better to do with it than with a slow one.</summary>
    public bool IsGood => !IsSlow && (Waiting.Count > 0 || Lanes > 0 || quickAt != 0 && clock.GetElapsedTime(quickAt) < Lately);

    /// <summary>It is being handed over from now on.</summary>
    public void Begin(long row)
    {
        var now = clock.GetTimestamp();
        if (underWay.Count == 0 && lastTook <= Long) goodSince = now; // nothing was asked of it meanwhile
        if (underWay.Count == 0 && clock.GetElapsedTime(lastAnswerAt) > Long) earned = 0;
        underWay[row] = now;
    }

    /// <summary>The row has met its answer, if it was handed over at all.</summary>
    public void End(long row)
    {
        if (!underWay.Remove(row, out var begun)) return;
        (lastTook, lastAnswerAt) = (clock.GetElapsedTime(begun), clock.GetTimestamp());
        earned = Math.Min(earned + 1, MostLanes);
        if (lastTook <= Long) goodSince = quickAt = lastAnswerAt;
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
