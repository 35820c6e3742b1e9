using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>The log in PostgreSQL. Views and jobs that follow from an event commit with it.</summary>
internal sealed class PostgresEventStore(
    NpgsqlDataSource database, EventCatalog catalog, ILog log, InlineViews views, Reactions reactions, TimeProvider clock) : IEventStore
{
    public async Task<IReadOnlyList<Recorded>> Read(string stream, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select {EventRows.Columns} from es.mt_events where stream_id = $1 order by version");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var (past, events) = (new List<Recorded>(), new EventRows(catalog));
        while (await rows.ReadAsync(ct)) if (events.Read(rows) is { } happened) past.Add(happened);
        return past;
    }

    public async Task Append(IReadOnlyList<StreamAppend> appends, EventMetadata metadata, CancellationToken ct)
    {
        var pending = new PendingAppend(appends, metadata, clock.GetUtcNow());
        if (pending.Drafts.Count == 0) return;
        var (fold, jobs) = (views.For(pending.Drafts), reactions.To(pending.Drafts));
        await using var connection = await database.Open(ct);
        try
        {
            // One stream from which nothing follows is one statement, and that is a transaction of its own.
            if (pending.Streams.Count == 1 && fold.None && jobs.Count == 0) await Insert(connection, pending, fold, ct);
            else await InsertAndFollow(connection, pending, fold, jobs, ct);
        }
        catch (PostgresException e) when (IsConflict(e))
        {
            throw new StreamHasMovedException(AppendStatement.StreamOf(e.BatchCommand) ?? pending.Streams[0].Stream);
        }
    }

    public IAsyncEnumerable<Recorded> ReadAll(long afterPosition, CancellationToken ct) => log.Read(afterPosition, ct);

    /// <summary>Two round trips: the append with the views' old rows, then their new rows with the commit. Jobs take more.</summary>
    private async Task InsertAndFollow(
        NpgsqlConnection connection, PendingAppend pending, InlineFold fold, IReadOnlyList<Job> jobs, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var recorded = await Insert(connection, pending, fold, ct);
        await using var follow = new NpgsqlBatch(connection);
        foreach (var store in fold.Stores(recorded)) follow.BatchCommands.Add(store);
        if (jobs.Count == 0) follow.BatchCommands.Add(new("commit"));
        if (follow.BatchCommands.Count > 0) await follow.ExecuteNonQueryAsync(ct);
        if (jobs.Count == 0) return;
        await reactions.Schedule(jobs, connection, transaction, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<IReadOnlyList<Recorded>> Insert(NpgsqlConnection connection, PendingAppend pending, InlineFold fold, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in pending.Commands(catalog).Concat(fold.Loads())) batch.BatchCommands.Add(command);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        var recorded = await pending.Numbered(rows, ct);
        await fold.Read(rows, ct);
        return recorded;
    }

    /// <summary>A row that is there twice is a conflict in the log's own tables only; in a view it is a fault that no second try mends.</summary>
    private static bool IsConflict(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
        || e is { SqlState: PostgresErrorCodes.UniqueViolation, SchemaName: "es" };
}
