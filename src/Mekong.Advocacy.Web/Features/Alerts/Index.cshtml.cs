using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>All alerts, the latest first.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<Words> words, ITables tables) : WorkspacePage(mediator, words)
{
    public IReadOnlyList<AlertRow> Alerts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Alerts = await tables.Query<AlertRow>("select * from advocacy.alerts order by changed_at desc limit 200", null, ct);
}
