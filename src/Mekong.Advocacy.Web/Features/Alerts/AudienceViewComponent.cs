using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Whom an alert would reach now, and who is left out and why.</summary>
public sealed class AudienceViewComponent(Decider decider, FrozenAudience frozen) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid id)
    {
        var (alert, _) = await decider.Load(Alert.Fold, id, HttpContext.RequestAborted);
        return alert.Content is { } content
            ? View(new AudienceView(id, await frozen.Count(content, HttpContext.RequestAborted)))
            : Content("");
    }
}
