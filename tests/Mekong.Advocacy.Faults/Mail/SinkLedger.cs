using System.Collections.Concurrent;
using System.Diagnostics;

namespace Mekong.Advocacy.Faults;

/// <summary>One message as its receiver knows it: how often it came, and when, by the sink's own stopwatch.</summary>
internal sealed record Received(string MessageId, string Recipient, int Copies, long FirstAt, long LastAt);

/// <summary>
/// The sink's own books: what was taken (answered 2xx, or lost with the line after its final dot), by Message-ID. Written before the
/// answer leaves, so that a client that dies cannot know more than they say.
/// </summary>
internal sealed class SinkLedger
{
    private readonly ConcurrentDictionary<string, Received> books = new();
    private int taken;

    public ICollection<Received> Messages => books.Values;

    /// <summary>Everything that came, copies included.</summary>
    public int Taken => Volatile.Read(ref taken);

    public int Different => books.Count;

    public int Extra => Taken - Different;

    public Received? Find(string messageId) => books.GetValueOrDefault(messageId);

    internal void Enter(string messageId, string recipient)
    {
        var now = Stopwatch.GetTimestamp();
        books.AddOrUpdate(messageId, id => new(id, recipient, 1, now, now), (_, known) => known with { Copies = known.Copies + 1, LastAt = now });
        Interlocked.Increment(ref taken);
    }
}
