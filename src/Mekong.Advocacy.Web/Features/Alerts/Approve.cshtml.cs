using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Everything that would leave, to be read by a second person, who then answers for exactly that.</summary>
public sealed class ApproveModel(IMediator mediator, IStringLocalizer<Words> words, Decider decider, FrozenAudience frozen) : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public AlertContent Draft { get; private set; } = null!;

    public IReadOnlyList<AudienceCount> Audience { get; private set; } = [];

    public long Recipients => Audience.Where(line => line.Reason is null).Sum(line => line.Count);

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostAsync(string? contentHash) =>
        Send(new ApproveAlert(Id, contentHash ?? ""), $"/workspace/alerts/{Id}", Show);

    private async Task<IActionResult> Show()
    {
        var (alert, _) = await decider.Load(Alert.Fold, Id, HttpContext.RequestAborted);
        if (alert.Content is null) return NotFound();
        Draft = alert.Content;
        Audience = await frozen.Count(alert.Content, HttpContext.RequestAborted);
        return Page();
    }
}
