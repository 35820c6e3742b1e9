using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>What the texts of an alert will cost, per language and country.</summary>
public sealed class ForecastViewComponent : ViewComponent
{
    public IViewComponentResult Invoke(Guid id) => Content("");
}
