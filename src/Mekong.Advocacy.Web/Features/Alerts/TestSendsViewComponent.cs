using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Who was sent a trial of an alert, of which content, and whether it arrived.</summary>
public sealed class TestSendsViewComponent : ViewComponent
{
    public IViewComponentResult Invoke(Guid id) => Content("");
}
