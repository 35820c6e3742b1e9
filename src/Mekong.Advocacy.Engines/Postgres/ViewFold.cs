using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>One view's part in some events: which old rows it needs, and what becomes of them.</summary>
internal sealed class ViewFold(ViewTable table)
{
    private readonly Dictionary<string, object?> rows = [];

    /// <summary>The view takes notice of one of these events.</summary>
    public bool Concerned { get; private set; }

    /// <summary>
    /// Keys of the old rows. A row of an inline view belongs to one stream, so a stream that begins with these events has none yet.
    /// </summary>
    public string[] Needed(IEnumerable<Recorded> recorded)
    {
        var (keys, begun) = (new HashSet<string>(), new HashSet<string>());
        foreach (var happened in recorded)
        {
            if (table.View.Inline && happened.Version == 1) begun.Add(happened.Stream);
            if (table.View.KeyOf(happened) is not { } key) continue;
            Concerned = true;
            if (!begun.Contains(happened.Stream)) keys.Add(key);
        }
        return [.. keys];
    }

    public NpgsqlBatchCommand Load(string[] keys) => table.Load(keys);

    public IEnumerable<NpgsqlBatchCommand> Store(IEnumerable<Recorded> recorded) => table.Store(Over(recorded));

    public Task Read(NpgsqlDataReader reader, CancellationToken ct) => table.Read(reader, rows, ct);

    /// <summary>Folds the events: what becomes of the rows that they touch (null: nothing is left).</summary>
    public Dictionary<string, object?> Over(IEnumerable<Recorded> recorded)
    {
        var touched = new Dictionary<string, object?>();
        foreach (var happened in recorded)
        {
            if (table.View.KeyOf(happened) is not { } key) continue;
            var row = touched.TryGetValue(key, out var later) ? later : rows.GetValueOrDefault(key);
            touched[key] = table.View.Apply(row, happened);
        }
        return touched;
    }

    /// <summary>The whole way of one batch, within whatever transaction the connection is in.</summary>
    public static async Task Run(NpgsqlConnection connection, ViewTable table, IReadOnlyList<Recorded> batch, CancellationToken ct)
    {
        var fold = new ViewFold(table);
        await fold.LoadNeeded(connection, batch, ct);
        await using var store = new NpgsqlBatch(connection);
        foreach (var command in table.Store(fold.Over(batch))) store.BatchCommands.Add(command);
        if (store.BatchCommands.Count > 0) await store.ExecuteNonQueryAsync(ct);
    }

    /// <returns>The keys of the rows that were there.</returns>
    public async Task<IReadOnlyCollection<string>> LoadNeeded(NpgsqlConnection connection, IEnumerable<Recorded> batch, CancellationToken ct)
    {
        if (Needed(batch) is not { Length: > 0 } keys) return [];
        await using var load = new NpgsqlBatch(connection) { BatchCommands = { table.Load(keys) } };
        await using var found = await load.ExecuteReaderAsync(ct);
        await Read(found, ct);
        return rows.Keys;
    }
}
