using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// The views that must be right the moment a command returns. A row of such a view belongs to one stream, whose lock the append
/// already holds.
/// </summary>
internal sealed class InlineViews(IEnumerable<IProjection> projections)
{
    private readonly ViewTable[] tables = [.. projections.Where(view => view.Inline).Select(view => new ViewTable(view))];

    public InlineFold For(IReadOnlyList<Recorded> drafts) => new(tables, drafts);
}

/// <summary>
/// What one append does to the inline views, in two steps: old rows are asked for together with the append, new rows are stored
/// together with the commit.
/// </summary>
internal sealed class InlineFold
{
    private readonly List<(ViewFold Fold, string[] Needed)> folds = [];

    public InlineFold(IEnumerable<ViewTable> tables, IReadOnlyList<Recorded> drafts)
    {
        foreach (var table in tables)
        {
            var fold = new ViewFold(table);
            var needed = fold.Needed(drafts);
            if (fold.Concerned) folds.Add((fold, needed));
        }
    }

    public bool None => folds.Count == 0;

    public IEnumerable<NpgsqlBatchCommand> Loads() => folds.Where(Loading).Select(one => one.Fold.Load(one.Needed));

    /// <summary>Reads one result for each load.</summary>
    public async Task Read(NpgsqlDataReader rows, CancellationToken ct)
    {
        foreach (var (fold, _) in folds.Where(Loading))
        {
            await fold.Read(rows, ct);
            await rows.NextResultAsync(ct);
        }
    }

    public IEnumerable<NpgsqlBatchCommand> Stores(IReadOnlyList<Recorded> recorded) => folds.SelectMany(one => one.Fold.Store(recorded));

    /// <summary>Both steps at once, after the append.</summary>
    public async Task Run(NpgsqlConnection connection, IReadOnlyList<Recorded> recorded, CancellationToken ct)
    {
        if (None) return;
        await using (var load = Batch(connection, Loads()))
        {
            if (load.BatchCommands.Count > 0)
            {
                await using var rows = await load.ExecuteReaderAsync(ct);
                await Read(rows, ct);
            }
        }

        await using var store = Batch(connection, Stores(recorded));
        if (store.BatchCommands.Count > 0) await store.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, IEnumerable<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var command in commands) batch.BatchCommands.Add(command);
        return batch;
    }

    private static bool Loading((ViewFold, string[] Needed) one) => one.Needed.Length > 0;
}
