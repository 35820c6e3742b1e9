using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// Writes the views that must be right the moment a command returns. A row of such a view belongs to one stream, whose lock the
/// append already holds.
/// </summary>
internal sealed class InlineViews(IEnumerable<IProjection> projections)
{
    private readonly ViewTable[] tables = [.. projections.Where(view => view.Inline).Select(view => new ViewTable(view))];

    public async Task Write(NpgsqlConnection connection, IReadOnlyList<Recorded> recorded, CancellationToken ct)
    {
        foreach (var table in tables) await table.Fold(connection, recorded, ct);
    }
}
