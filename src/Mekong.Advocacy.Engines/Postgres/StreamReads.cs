using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Sharing;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>Reads streams; those that are asked for at once in one query.</summary>
internal sealed class StreamReads
{
    private const string
        One = $"select {EventRows.Columns} from es.mt_events where stream_id = $1 order by version",
        Many = $"select {EventRows.Columns} from es.mt_events where stream_id = any($1) order by version";

    private readonly NpgsqlDataSource database;
    private readonly EventCatalog catalog;
    private readonly Together<string, IReadOnlyList<Recorded>> together;

    public StreamReads(NpgsqlDataSource database, EventCatalog catalog)
    {
        (this.database, this.catalog) = (database, catalog);
        together = new(Read);
    }

    public Task<IReadOnlyList<Recorded>> Of(string stream, CancellationToken ct) => together.Ask(stream, ct);

    private async Task<IReadOnlyList<IReadOnlyList<Recorded>>> Read(IReadOnlyList<string> streams, CancellationToken ct)
    {
        await using var command = database.CreateCommand(streams is [_] ? One : Many);
        command.Parameters.Add(streams is [var only] ? new NpgsqlParameter<string> { TypedValue = only } : new NpgsqlParameter<string[]> { TypedValue = [.. streams] });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var (past, events) = (new Dictionary<string, List<Recorded>>(), new EventRows(catalog));
        while (await rows.ReadAsync(ct))
        {
            if (events.Read(rows) is not { } happened) continue;
            if (past.TryGetValue(happened.Stream, out var before)) before.Add(happened);
            else past[happened.Stream] = [happened];
        }
        return [.. streams.Select(stream => past.GetValueOrDefault(stream, []))];
    }
}
