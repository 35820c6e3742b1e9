namespace Mekong.Advocacy.Web.Tests.Kernel;

/// <summary>A clock that stands still until it is moved; its timers ring as it is.</summary>
internal sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    private readonly List<Alarm> alarms = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        lock (alarms) alarms.Add(alarm);
        return alarm;
    }

    public void Advance(TimeSpan by)
    {
        now += by;
        Alarm[] due;
        lock (alarms) due = [.. alarms.Where(alarm => alarm.Due <= now)];
        foreach (var alarm in due) alarm.Ring();
    }

    private sealed class Alarm(FakeClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + dueTime;
            return true;
        }

        public void Ring()
        {
            Due = DateTimeOffset.MaxValue;
            ring();
        }

        public void Dispose()
        {
            lock (clock.alarms) clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
