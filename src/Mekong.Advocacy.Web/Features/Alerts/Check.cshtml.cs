using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>The last step: what is missing, what would leave to whom at what price, and the request for a second person's approval.</summary>
public sealed class CheckModel(IMediator mediator, IStringLocalizer<Words> words, Dossiers dossiers, FrozenAudience frozen) : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public Dossier Dossier { get; private set; } = null!;

    public AlertContent Draft => Dossier.Alert.Content!;

    public IReadOnlyList<Refusal> Gaps { get; private set; } = [];

    /// <summary>Languages whose source was changed after them.</summary>
    public IEnumerable<string> Outdated => Language.All.Where(code => Dossier.Alert.Standings.Of(code) == TextState.Outdated);

    public IReadOnlyList<string> Approvers { get; private set; } = [];

    public long Recipients { get; private set; }

    /// <summary>The step and the field where a gap is closed.</summary>
    public string Place(Refusal gap) =>
        $"/workspace/alerts/{Id}/{(gap.Field is { } field && (field.StartsWith("audience", StringComparison.Ordinal) || field == "fallback") ? Step.Audience : Step.Write)}#{gap.Field}";

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostRequestApprovalAsync() => Send(new RequestApproval(Id), $"/workspace/alerts/{Id}", Show);

    public Task<IActionResult> OnPostReleaseAsync(string? contentHash) =>
        Send(new ReleaseInEmergency(Id, contentHash ?? "", Reason ?? ""), $"/workspace/alerts/{Id}", Show);

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await dossiers.Of(Id, ct) is not { } dossier) return NotFound();
        Dossier = dossier;
        Gaps = [.. ContentRules.FaultsOf(Draft), .. ContentRules.Gaps(Draft)];
        Approvers = await dossiers.WhoMayApprove(dossier.Alert);
        Recipients = (await frozen.Count(Draft, ct)).Where(line => line.Reason is null).Sum(line => line.Count);
        return Page();
    }
}
