using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>The forecast on a page of its own; foldings asked for on any page are done here.</summary>
public sealed class WholeModel(IMediator mediator, IStringLocalizer<Words> words, Decider decider) : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public bool ByText { get; private set; }

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostFoldAsync(string? language, FoldKind kind, string? back) => Send(
        new FoldSms(Id, language ?? "", kind),
        $"/workspace/alerts/{Id}/{(ForecastViewComponent.Pages.Contains(back) ? back : ForecastViewComponent.Pages[0])}#forecast", Show);

    private async Task<IActionResult> Show()
    {
        var (alert, _) = await decider.Load(Alert.Fold, Id, HttpContext.RequestAborted);
        if (alert.Content is null) return NotFound();
        (Name, ByText) = (alert.Content.Name, alert.Content.Audience.Channels.Contains(Channel.Sms));
        return Page();
    }
}
