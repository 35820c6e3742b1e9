using System.Data;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// Makes a view anew from the log while the site serves: a table beside it is filled without any lock; only the last few events
/// are folded under the view's lock, and the tables change places.
/// </summary>
internal sealed class ViewRebuild(NpgsqlDataSource database, ILog log, EventCatalog catalog, IEnumerable<IProjection> projections) : IViewRebuild
{
    /// <summary>Large, since each batch loads and replaces the rows that it touches again; small enough to be held twice in memory.</summary>
    private const int BatchSize = 16_000;

    public IReadOnlyList<string> Views { get; } = [.. projections.Select(view => view.Table)];

    public async Task Rebuild(string table, IProgress<long> progress, CancellationToken ct)
    {
        var view = projections.Single(view => view.Table == table);
        await using var connection = await database.OpenConnectionAsync(ct);
        // One rebuild of a view at a time: two would fold into the same table beside it.
        await Run(connection, $"select pg_advisory_lock(hashtextextended('rebuild {view.Table}', 0))", ct);
        try
        {
            await Rebuild(connection, view, progress, ct);
        }
        finally
        {
            if (connection.State == ConnectionState.Open) await Run(connection, "select pg_advisory_unlock_all()", CancellationToken.None);
        }
    }

    private async Task Rebuild(NpgsqlConnection connection, IProjection view, IProgress<long> progress, CancellationToken ct)
    {
        var beside = new ViewTable(view, $"{view.Table}_rebuilt");
        await Run(connection, $"drop table if exists {beside.Table}; create table {beside.Table} (like {view.Table} including all)", ct);
        var (position, count) = (0L, 0L);
        await foreach (var batch in log.Read(0, ct).Chunk(BatchSize).Ahead(ct))
        {
            await BesideFold.Run(connection, beside, batch, ct);
            position = batch[^1].Position;
            progress.Report(count += batch.Length);
        }
        await Exchange(connection, view, beside, position, ct);
    }

    /// <summary>
    /// Nobody else can commit to the view while it is locked. For an inline view whatever is committed by now is the rest; what is not
    /// waits for the lock and writes to the new table itself. A background view's reader goes on from the position reached.
    /// </summary>
    private async Task Exchange(NpgsqlConnection connection, IProjection view, ViewTable beside, long position, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // The reader holds its place before it touches the table. Taken the other way round the two would wait for each other.
        if (!view.Inline) await Progress.Hold(connection, view, ct);
        await Run(connection, $"lock table {view.Table} in access exclusive mode", ct);
        if (view.Inline) await ViewFold.Run(connection, beside, await Rest(connection, position, ct), ct);
        else await Progress.Move(connection, view, position, ct);
        await TableExchange.Replace(connection, view.Table, beside.Table, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<List<Recorded>> Rest(NpgsqlConnection connection, long position, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"select {EventRows.Columns} from es.mt_events where seq_id > $1 order by seq_id", connection)
        { Parameters = { new NpgsqlParameter<long> { TypedValue = position } } };
        await using var rows = await command.ExecuteReaderAsync(ct);
        var (rest, events) = (new List<Recorded>(), new EventRows(catalog));
        while (await rows.ReadAsync(ct)) if (events.Read(rows) is { } happened) rest.Add(happened);
        return rest;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
