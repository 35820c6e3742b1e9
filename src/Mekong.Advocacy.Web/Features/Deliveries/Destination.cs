namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>One mail domain or country as seen by the outtray: what waits for it, what is under way, and how it answered lately.</summary>
internal sealed class Destination
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1), Lately = TimeSpan.FromSeconds(10), LongestPutOff = TimeSpan.FromMinutes(10);

    private TimeSpan lastTook;
    private long quickAt;
    private int putOff;

    public Queue<Addressed> Waiting { get; } = new();

    /// <summary>When each hand-over began, by row.</summary>
    public Dictionary<long, long> UnderWay { get; } = [];

    /// <summary>Lanes that have a row for it in hand, under way or about to be.</summary>
    public int Lanes { get; set; }

    public bool HasAnswered { get; private set; }

    public bool IsSlow(TimeProvider clock) => lastTook > Long || UnderWay.Values.Any(begun => clock.GetElapsedTime(begun) > Long);

    public bool AnswersQuickly(TimeProvider clock) => quickAt != 0 && clock.GetElapsedTime(quickAt) < Lately && !IsSlow(clock);

    public void Answered(long begun, TimeProvider clock)
    {
        (lastTook, HasAnswered) = (clock.GetElapsedTime(begun), true);
        if (lastTook > Long) return;
        (quickAt, putOff) = (clock.GetTimestamp(), 0);
    }

    /// <summary>How long until a lane may be free for one more, at the pace of the last answer: each is told to come after the one before.</summary>
    public TimeSpan Later(int lanes)
    {
        var each = lastTook > Long ? lastTook : Long;
        var wait = each * (1 + putOff++ / (double)lanes);
        return wait < LongestPutOff ? wait : LongestPutOff;
    }
}
