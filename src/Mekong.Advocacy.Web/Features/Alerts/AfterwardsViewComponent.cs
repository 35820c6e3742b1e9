using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>What can be done with an alert besides sending it: copy, correct, reach those not reached, put away.</summary>
public sealed class AfterwardsViewComponent : ViewComponent
{
    public IViewComponentResult Invoke(Guid id) => Content("");
}
