using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>Events on their way into the log, streams in one order for all writers; their numbers are drawn as they are written.</summary>
internal sealed class PendingAppend
{
    private readonly List<StreamAppend> appends;

    public PendingAppend(IEnumerable<StreamAppend> appends, EventMetadata metadata, DateTimeOffset now)
    {
        this.appends = [.. appends.Where(append => append.Events.Count > 0).OrderBy(append => append.Stream, StringComparer.Ordinal)];
        (Metadata, At) = (metadata, Microseconds(now));
        Drafts = [.. this.appends.SelectMany(append => append.Events.Select((happened, n) =>
            new Recorded(append.Stream, append.ExpectedVersion + n + 1, 0, At, happened, metadata)))];
    }

    /// <summary>As they will be recorded, but for the position: 0.</summary>
    public IReadOnlyList<Recorded> Drafts { get; }

    public IReadOnlyList<StreamAppend> Streams => appends;

    public string FirstStream => appends[0].Stream;

    public EventMetadata Metadata { get; }

    public DateTimeOffset At { get; }

    /// <summary>Its one stream begins with it.</summary>
    public bool Starts => appends is [{ ExpectedVersion: 0 }];

    public IEnumerable<NpgsqlBatchCommand> Commands(EventCatalog catalog)
    {
        var headers = EventJson.WriteHeaders(Metadata);
        return appends.SelectMany(append => AppendStatement.For(append, catalog, Metadata, headers, At));
    }

    /// <summary>Reads one result for each stream.</summary>
    /// <exception cref="StreamHasMovedException">A stream was not at its expected version.</exception>
    public async Task<IReadOnlyList<Recorded>> Numbered(NpgsqlDataReader rows, CancellationToken ct)
    {
        var recorded = new List<Recorded>(Drafts.Count);
        foreach (var append in appends)
        {
            for (var n = 0; n < append.Events.Count; n++)
            {
                if (!await rows.ReadAsync(ct)) throw new StreamHasMovedException(append.Stream);
                recorded.Add(Drafts[recorded.Count] with { Position = rows.GetInt64(0) });
            }
            await rows.NextResultAsync(ct);
        }
        return recorded;
    }

    /// <summary>PostgreSQL keeps microseconds: what a view is given now must be what a rebuild will read.</summary>
    private static DateTimeOffset Microseconds(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
