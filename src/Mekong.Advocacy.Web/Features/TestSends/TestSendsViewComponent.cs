using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.TestSends;

/// <summary>Everything the list of trials shows, and the form for another.</summary>
/// <param name="Languages">In which there is something to send.</param>
/// <param name="Typed">What was chosen in a form that was refused; null: nothing yet.</param>
public sealed record TestSendsView(
    Guid AlertId, Guid NextTestId, IReadOnlyList<Trial> Trials, IReadOnlyList<Colleague> Colleagues, IReadOnlyList<string> Languages,
    IReadOnlyList<string> Channels, bool MayAsk, IFormCollection? Typed)
{
    public bool Waits => Trials.Any(trial => trial.Arrived is null);

    public bool IsChosen(string field, string value, bool usually = false) => Typed is null ? usually : Typed[field].Contains(value);

    public string? NameOf(Guid reviewer) => Colleagues.FirstOrDefault(colleague => colleague.Id == reviewer)?.Name;
}

/// <summary>Who was sent a trial of an alert, of which content, and whether it arrived.</summary>
public sealed class TestSendsViewComponent(TrialReads reads, AccountList accounts, TimeProvider clock) : ViewComponent
{
    /// <param name="form">Whether a coordinator may ask for another trial from here.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid id, bool form = true)
    {
        var ct = HttpContext.RequestAborted;
        var (alert, trials) = await reads.Of(id, ct);
        var may = form && Actor.From(UserClaimsPrincipal).May([Role.Coordinator]) && alert.Stage is not (AlertStage.Unwritten or AlertStage.Finished or AlertStage.Cancelled);
        IReadOnlyList<string> channels = alert.Content?.Audience.Channels ?? [];
        return View("/Features/TestSends/_Trials.cshtml", new TestSendsView(
            id, Guid.CreateVersion7(clock.GetUtcNow()), trials, await accounts.All(ct),
            [.. Language.All.Where(language => channels.Any(channel => alert.Says(language, channel)))], channels, may, may && Request.HasFormContentType ? Request.Form : null));
    }
}
