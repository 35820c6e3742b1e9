using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>The log in PostgreSQL. Views and jobs that follow from an event commit with it.</summary>
internal sealed class PostgresEventStore(
    NpgsqlDataSource database, EventCatalog catalog, LogReader log, InlineViews views, Reactions reactions, TimeProvider clock) : IEventStore
{
    public async Task<IReadOnlyList<Recorded>> Read(string stream, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"select {EventJson.Columns} from es.mt_events where stream_id = $1 and type <> 'tombstone' order by version");
        command.Parameters.Add(new() { Value = stream });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var past = new List<Recorded>();
        while (await rows.ReadAsync(ct)) past.Add(EventJson.Read(catalog, rows));
        return past;
    }

    public async Task Append(IReadOnlyList<StreamAppend> appends, EventMetadata metadata, CancellationToken ct)
    {
        var ordered = appends.Where(a => a.Events.Count > 0).OrderBy(a => a.Stream, StringComparer.Ordinal).ToList();
        if (ordered.Count == 0) return;
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            var recorded = await Insert(connection, ordered, metadata, ct);
            await views.Write(connection, recorded, ct);
            await reactions.Schedule(connection, transaction, recorded, ct);
            await transaction.CommitAsync(ct);
        }
        catch (PostgresException e) when (IsConflict(e))
        {
            throw new StreamHasMovedException(ordered[0].Stream);
        }
    }

    public IAsyncEnumerable<Recorded> ReadAll(long afterPosition, CancellationToken ct) => log.Read(afterPosition, ct);

    private async Task<List<Recorded>> Insert(
        NpgsqlConnection connection, List<StreamAppend> appends, EventMetadata metadata, CancellationToken ct)
    {
        var at = Microseconds(clock.GetUtcNow());
        await using var batch = new NpgsqlBatch(connection);
        foreach (var append in appends) batch.BatchCommands.Add(AppendStatement.For(append, catalog, metadata, at));
        var recorded = new List<Recorded>();
        await using var rows = await batch.ExecuteReaderAsync(ct);
        foreach (var append in appends)
        {
            var version = append.ExpectedVersion;
            foreach (var happened in append.Events)
            {
                if (!await rows.ReadAsync(ct)) throw new StreamHasMovedException(append.Stream);
                recorded.Add(new Recorded(append.Stream, ++version, rows.GetInt64(0), at, happened, metadata));
            }
            await rows.NextResultAsync(ct);
        }
        return recorded;
    }

    /// <summary>PostgreSQL keeps microseconds: what a view is given now must be what a rebuild will read.</summary>
    private static DateTimeOffset Microseconds(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>A row that is there twice is a conflict in the log's own tables only; in a view it is a fault that no second try mends.</summary>
    private static bool IsConflict(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
        || e is { SqlState: PostgresErrorCodes.UniqueViolation, SchemaName: "es" };
}
