using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Whom an alert would reach now, and who is left out and why.</summary>
public sealed class AudienceViewComponent : ViewComponent
{
    public IViewComponentResult Invoke(Guid id) => Content("");
}
