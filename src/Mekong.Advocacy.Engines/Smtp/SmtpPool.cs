namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>A connection that may rest between two messages.</summary>
internal interface IRestingConnection : IAsyncDisposable
{
    bool Broken { get; }
    bool WornOut { get; }
    bool IdleTooLong { get; }

    void Rest();

    /// <summary>Says goodbye and hangs up; whatever goes wrong with that concerns nobody.</summary>
    Task Quit();
}

/// <summary>At most N connections at a time, kept between messages while that is useful to both sides.</summary>
internal sealed class SmtpPool<T> : IAsyncDisposable where T : class, IRestingConnection
{
    private readonly Func<CancellationToken, Task<T>> open;
    private readonly SemaphoreSlim seats;
    private readonly int count;
    private readonly List<T> resting = [];
    private readonly ITimer sweeper;
    private int wanted;

    public SmtpPool(Func<CancellationToken, Task<T>> open, int connections, SmtpLimits limits, TimeProvider clock)
    {
        (this.open, count) = (open, connections);
        seats = new SemaphoreSlim(connections, connections);
        sweeper = clock.CreateTimer(_ => Sweep(), null, limits.Idle / 4, limits.Idle / 4);
    }

    /// <summary>Somebody waits for a place.</summary>
    public bool IsWanted => Volatile.Read(ref wanted) > 0;

    /// <summary>A resting connection, else a new one; waits while all are out.</summary>
    public async Task<T> Rent(CancellationToken ct)
    {
        await Seat(ct);
        try
        {
            // The one that rested last: the others may grow old and be closed.
            while (Take(last: true) is { } line)
            {
                if (!line.IdleTooLong) return line;
                await line.Quit();
            }
            return await open(ct);
        }
        catch
        {
            seats.Release();
            throw;
        }
    }

    private async ValueTask Seat(CancellationToken ct)
    {
        if (seats.Wait(0, ct)) return;
        Interlocked.Increment(ref wanted);
        try { await seats.WaitAsync(ct); }
        finally { Interlocked.Decrement(ref wanted); }
    }

    /// <summary>A new connection in place of one that turned out to be dead; when none comes about the place is free again.</summary>
    public async Task<T> Replace(T dead, CancellationToken ct)
    {
        try
        {
            await dead.DisposeAsync();
            return await open(ct);
        }
        catch
        {
            seats.Release();
            throw;
        }
    }

    public async Task Return(T line)
    {
        if (line.Broken) await line.DisposeAsync();
        else if (line.WornOut)
        {
            _ = Retire(line);
            return;
        }
        else
        {
            line.Rest();
            lock (resting) resting.Add(line);
        }
        seats.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await sweeper.DisposeAsync();
        for (var i = 0; i < count; i++) await seats.WaitAsync();
        while (Take(last: true) is { } line) await line.Quit();
        seats.Dispose();
    }

    private void Sweep()
    {
        while (seats.Wait(0))
        {
            if (Take(last: false, line => line.IdleTooLong) is { } line) _ = Retire(line);
            else
            {
                seats.Release();
                return;
            }
        }
    }

    // The seat is free only after the goodbye: the server counts us by open connections.
    private async Task Retire(T line)
    {
        await line.Quit();
        seats.Release();
    }

    private T? Take(bool last, Func<T, bool>? when = null)
    {
        lock (resting)
        {
            if (resting.Count == 0) return null;
            var line = last ? resting[^1] : resting[0];
            if (when?.Invoke(line) == false) return null;
            resting.Remove(line);
            return line;
        }
    }
}
