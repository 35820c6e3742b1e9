using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>The forecast as the page shows it.</summary>
/// <param name="MayFold">False where it is only to be read.</param>
/// <param name="Voids">True when an edit takes back a request or an approval.</param>
/// <param name="Back">The page's last step, to return to after an edit.</param>
public sealed record ForecastView(Guid AlertId, SmsForecast Forecast, bool MayFold, bool Voids, string Back);

/// <summary>What the texts of an alert will cost, per language and country, with ways to make them cheaper.</summary>
public sealed class ForecastViewComponent(Decider decider, AlertForecast forecast) : ViewComponent
{
    /// <summary>Pages that show the forecast and to which a folding returns.</summary>
    public static readonly IReadOnlyList<string> Pages = ["forecast", "check"];

    /// <param name="offers">Whether the foldings are buttons; null: only on pages where people edit, so not on the approver's.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid id, bool? offers = null)
    {
        var (alert, _) = await decider.Load(Alert.Fold, id, HttpContext.RequestAborted);
        if (alert.Content is null || !alert.Content.Audience.Channels.Contains(Channel.Sms)) return Content("");
        var here = Pages.FirstOrDefault(page => Request.Path.Value?.EndsWith($"/{page}", StringComparison.Ordinal) == true);
        var may = (offers ?? here is not null) && Actor.From(UserClaimsPrincipal).May([Role.Coordinator]) && alert.Stage < AlertStage.Sending;
        return View("/Features/Forecast/_Forecast.cshtml", new ForecastView(
            id, await forecast.Of(id, alert.Content, HttpContext.RequestAborted), may, alert.Stage > AlertStage.Draft, here ?? Pages[0]));
    }
}
