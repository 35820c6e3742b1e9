using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>All alerts, the latest first; what was put away only when it is asked for.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<Words> words, ITables tables, Kinship kinship) : WorkspacePage(mediator, words)
{
    public const int Most = 200;

    [BindProperty(SupportsGet = true)] public AlertStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)] public string? Name { get; set; }

    [BindProperty(SupportsGet = true)] public bool Archived { get; set; }

    public IReadOnlyList<AlertRow> Alerts { get; private set; } = [];

    public ILookup<Guid, Kin> Kin { get; private set; } = Enumerable.Empty<Kin>().ToLookup(kin => kin.OfId);

    public bool Filtered => Stage is not null || !string.IsNullOrWhiteSpace(Name);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Archived = Archived || Request.Query["archived"] == "1";
        Alerts = await tables.Query<AlertRow>("""
            select * from advocacy.alerts
            where (@Archived or archived_at is null)
              and (@stage::text is null or stage = @stage)
              and (@name::text is null or strpos(lower(name), lower(@name)) > 0)
            order by changed_at desc limit @Most
            """, new { Archived, stage = Stage?.ToString(), name = string.IsNullOrWhiteSpace(Name) ? null : Name.Trim(), Most }, ct);
        Kin = await kinship.Of(Alerts.Select(alert => alert.Id), ct);
    }
}
