using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>What an alert hangs on, what hangs on it, and what its coordinator may begin with it now.</summary>
/// <param name="NewId">Of the draft a button would begin: pressing it twice begins one.</param>
public sealed record AfterwardsView(AlertRow Alert, IEnumerable<Kin> Kin, Guid NewId, bool MayAct)
{
    public bool Over => Alert.Stage is AlertStage.Finished or AlertStage.Cancelled;

    /// <summary>Its audience was frozen, so somebody may have received it.</summary>
    public bool Begun => Alert.Audience is not null && Alert.Stage is AlertStage.Sending or AlertStage.Paused or AlertStage.Finished or AlertStage.Cancelled;
}

/// <summary>What can be done with an alert besides sending it: copy, correct, reach those not reached, put away.</summary>
public sealed class AfterwardsViewComponent(ITables tables, Kinship kinship, TimeProvider clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid id)
    {
        var ct = HttpContext.RequestAborted;
        if (await tables.Query<AlertRow>("select * from advocacy.alerts where id = @id", new { id }, ct) is not [var alert]) return Content("");
        var mayAct = Actor.From(HttpContext.User).May([Role.Coordinator]);
        return View(new AfterwardsView(alert, (await kinship.Of([id], ct))[id], Guid.CreateVersion7(clock.GetUtcNow()), mayAct));
    }
}
