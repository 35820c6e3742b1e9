using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>All statements, the latest first, with how many have signed and who waits to be verified.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<Words> words, ITables tables, TimeProvider clock) : WorkspacePage(mediator, words)
{
    private sealed record Count(Guid StatementId, int Organisations, int Individuals, int Waiting);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool Archived { get; private set; }

    public IReadOnlyList<(StatementRow Statement, int Organisations, int Individuals, int Waiting)> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Archived = Request.Query["archived"] == "1";
        var rows = await tables.Query<StatementRow>(
            "select * from advocacy.statements where @Archived or stage <> 'Archived' order by changed_at desc limit 200", new { Archived }, ct);
        var counts = (await tables.Query<Count>("""
            select statement_id, (count(*) filter (where stage in ('Live', 'Held') and kind = 'Organisation'))::int as organisations,
              (count(*) filter (where stage in ('Live', 'Held') and kind = 'Individual'))::int as individuals, (count(*) filter (where stage in ('Pending', 'Held')))::int as waiting
            from advocacy.sign_ons where statement_id = any(@ids) group by statement_id
            """, new { ids = rows.Select(row => row.Id).ToArray() }, ct)).ToDictionary(count => count.StatementId);
        Lines = [.. rows.Select(row => counts.GetValueOrDefault(row.Id) is { } count ? (row, count.Organisations, count.Individuals, count.Waiting) : (row, 0, 0, 0))];
    }
}
