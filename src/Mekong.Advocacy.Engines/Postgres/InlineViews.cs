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

    private static bool Loading((ViewFold, string[] Needed) one) => one.Needed.Length > 0;
}
