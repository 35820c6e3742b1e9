namespace Mekong.Advocacy.Engines.Seams;

/// <summary>Who caused an event and through what: ids only, never a name or an address.</summary>
/// <param name="Actor">Account id, or "system" for a job.</param>
/// <param name="ActingFor">Organisation id, where someone acted for one.</param>
/// <param name="Correlation">One id for everything that followed from one request.</param>
/// <param name="Causation">What came immediately before: a command's or an event's id.</param>
public sealed record EventMetadata(string Actor, string? ActingFor = null, string? Correlation = null, string? Causation = null);

/// <summary>An event as it was stored: where, in what order, when, by whom, and what.</summary>
/// <param name="Version">Its place in the stream, from 1 without gaps.</param>
/// <param name="Position">Its place in the whole log, rising, with gaps.</param>
public sealed record Recorded(string Stream, long Version, long Position, DateTimeOffset At, object Event, EventMetadata Metadata);

/// <summary>Events to add to one stream, provided it stands at the expected version (0: it must not exist yet).</summary>
public sealed record StreamAppend(string Stream, long ExpectedVersion, IReadOnlyList<object> Events);

/// <summary>Streams of facts, kept for ever in the order they happened.</summary>
public interface IEventStore
{
    /// <summary>The whole stream from version 1; empty when nobody has written to it.</summary>
    Task<IReadOnlyList<Recorded>> Read(string stream, CancellationToken ct);

    /// <summary>Adds to every stream or to none, in one transaction with the views and jobs that follow from it.</summary>
    /// <exception cref="StreamHasMovedException">A stream is not at its expected version: read again and decide again.</exception>
    Task Append(IReadOnlyList<StreamAppend> appends, EventMetadata metadata, CancellationToken ct);

    /// <summary>
    /// All events after a position, in order, up to the end of the log at the time of reading. It never passes an event that a
    /// running transaction may still commit: at such a hole it waits for that transaction.
    /// </summary>
    IAsyncEnumerable<Recorded> ReadAll(long afterPosition, CancellationToken ct);
}

/// <summary>Somebody else has written to the stream since it was read.</summary>
public sealed class StreamHasMovedException(string stream) : Exception($"Stream {stream} has moved on.")
{
    public string Stream { get; } = stream;
}
