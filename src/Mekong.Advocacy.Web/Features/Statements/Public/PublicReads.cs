using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>
/// The only way by which a public page comes to a statement: what is not public at this instant is as if it were not there. Whoever asks makes
/// known at which hours the answer changes by itself.
/// </summary>
public sealed class PublicReads(ITables tables, IEventStore store, Instants instants, TimeProvider clock)
{
    private const int MostListed = 200;

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<PublicStatement?> One(Guid id, CancellationToken ct) => First("id = @id", new { id }, ct);

    public Task<PublicStatement?> Numbered(int number, CancellationToken ct) => First("number = @number", new { number }, ct);

    public async Task<bool> Knows(Guid id, CancellationToken ct) =>
        (await Rows("id = @id", new { id }, ct)).Any(row => row.IsPublicAt(Now));

    /// <summary>What can be signed first, the nearest deadline before all; then the latest.</summary>
    public async Task<IReadOnlyList<PublicStatement>> All(CancellationToken ct)
    {
        var now = Now;
        var rows = (await Rows("true", null, ct)).Where(row => row.IsPublicAt(now))
            .OrderByDescending(row => row.IsOpenAt(now)).ThenBy(row => row.IsOpenAt(now) ? row.ClosesAt : null).ThenByDescending(row => row.OpenedAt);
        var statements = new List<PublicStatement>();
        foreach (var row in rows.Take(MostListed)) statements.Add(await Read(row, ct));
        return statements;
    }

    private async Task<PublicStatement?> First(string which, object key, CancellationToken ct) =>
        (await Rows(which, key, ct)).FirstOrDefault(row => row.IsPublicAt(Now)) is { } row ? await Read(row, ct) : null;

    private async Task<PublicStatement> Read(StatementRow row, CancellationToken ct) =>
        PublicStatement.Of(row, await store.Read(Decider.Stream(Statement.Fold, row.Id), ct));

    private async Task<IReadOnlyList<StatementRow>> Rows(string which, object? key, CancellationToken ct)
    {
        var rows = await tables.Query<StatementRow>($"select * from advocacy.statements where opened_at is not null and stage <> 'Cancelled' and {which}", key, ct);
        foreach (var row in rows) instants.Tell(row.OpenedAt, row.OpensAt, row.EmbargoUntil, row.ClosesAt - StatementRow.ClosingSoon, row.ClosesAt);
        return rows;
    }
}
