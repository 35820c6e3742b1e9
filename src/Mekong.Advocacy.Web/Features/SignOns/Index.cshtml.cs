using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Features.Statements.Public;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>Everybody who signed, asked to, or took it back; by whose hand and when.</summary>
public sealed class IndexModel(
    IMediator mediator, IStringLocalizer<Words> words, StatementReads statements, Endorsers endorsers, ITables tables, TimeProvider clock) : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public StatementRow Statement { get; private set; } = null!;

    public IReadOnlyList<(SignOnRow SignOn, string Officer)> Lines { get; private set; } = [];

    public int Organisations { get; private set; }

    public int Individuals { get; private set; }

    public IReadOnlyList<Guid> Chosen { get; private set; } = [];

    public string? Reason { get; private set; }

    /// <summary>As they write it, in the reader's language where they have one.</summary>
    public string NameOf(SignOnRow signOn) => SignOnNames.Of(signOn, System.Globalization.CultureInfo.CurrentUICulture.Name) ?? Words["sign-ons.individual"];

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostInvalidateAsync(Guid[] signOns, string? reason)
    {
        (Chosen, Reason) = (signOns, reason);
        return Send(new InvalidateSignOns(signOns, Guid.CreateVersion7(Now), reason ?? ""), $"/workspace/statements/{Id}/sign-ons", Show);
    }

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await statements.Row(Id, ct) is not { } statement) return NotFound();
        Statement = statement;
        var rows = await tables.Query<SignOnRow>("""
            select * from advocacy.sign_ons where statement_id = @Id
            order by case stage when 'Held' then 0 when 'Pending' then 1 when 'Live' then 2 else 3 end, first_at desc limit 1000
            """, new { Id }, ct);
        var counts = await endorsers.Count(Id, ct); // of all, also where the list below is cut off
        (Organisations, Individuals) = (counts.Organisations, counts.Individuals);
        var known = (await Mediator.Send(new ReadFocalPoints([.. rows.Where(row => row.OfficerId is not null).Select(row => row.EndorserId).Distinct()], $"statement/{Id}/sign-ons"), ct)).ToDictionary(officer => officer.Id, officer => officer.Name);
        Lines = [.. rows.Select(row => (row, row.OfficerId is { } officer ? known.GetValueOrDefault(officer, "") : ""))];
        return Page();
    }
}
