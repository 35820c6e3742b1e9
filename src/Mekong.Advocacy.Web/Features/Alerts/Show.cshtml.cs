using System.Globalization;
using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>One alert: where it stands in words, what can be done next, and how far it has come.</summary>
public sealed class ShowModel(
    IMediator mediator, IStringLocalizer<Words> words, ITables tables, Decider decider, FrozenAudience frozen, ProgressReads reads)
    : WorkspacePage(mediator, words)
{
    public static IReadOnlyList<string> Zones { get; } =
        ["Asia/Bangkok", "Asia/Phnom_Penh", "Asia/Vientiane", "Asia/Yangon", "Asia/Ho_Chi_Minh", "Asia/Shanghai"];

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public string? At { get; set; }

    [BindProperty] public string? Zone { get; set; }

    public AlertRow Alert { get; private set; } = null!;

    public ProgressView? Progress { get; private set; }

    public IReadOnlyList<AudienceCount> Audience { get; private set; } = [];

    /// <summary>The hour at which it leaves, as the clocks of the countries show it.</summary>
    public IReadOnlyList<(string Hour, IReadOnlyList<string> Countries)> LocalHours { get; private set; } = [];

    public long Recipients => Audience.Where(line => line.Reason is null).Sum(line => line.Count);

    public int RecipientLanguages => Audience.Where(line => line.Reason is null).Select(line => line.Language).Distinct().Count();

    /// <summary>True while the page would show something else in a moment.</summary>
    public bool Moves => Alert.Stage == AlertStage.Sending || Alert.Stage == AlertStage.Scheduled && Alert.Zone is null;

    public string InWords => Alert.Stage switch
    {
        AlertStage.Scheduled when Alert.Zone is not null => Words["words.Scheduled", Hour(Alert.Zone), Alert.Zone],
        AlertStage.Scheduled => Words["words.Starting"],
        AlertStage.Sending when !Actor.IsOfTheSecretariat => Words["stage.Sending"],
        AlertStage.Sending => Words["words.Sending", Languages.Number(Progress!.Progress.Whole.Open)],
        var stage => Words[$"words.{stage}"],
    };

    public Task<IActionResult> OnGetAsync() => Show();

    /// <summary>The moving part alone. When the alert has come to another stage the whole page is another one.</summary>
    /// <param name="stage">The stage that the page shows.</param>
    /// <param name="said">How far it was when it was last said aloud, in tenths.</param>
    public async Task<IActionResult> OnGetProgressAsync(string? stage, int? said)
    {
        if (await Show() is NotFoundResult none) return none;
        if (stage is not null && stage != Alert.Stage.ToString()) Response.Headers["HX-Refresh"] = "true";
        if (Progress is null) return new NoContentResult(); // about to leave
        if (Progress.AskAgain is null) Response.StatusCode = 286; // htmx stops asking
        ViewData["Say"] = said != Progress.Progress.Whole.Tenths;
        return Partial("_Progress", Progress);
    }

    public Task<IActionResult> OnPostRequestApprovalAsync() => Do(new RequestApproval(Id));

    public Task<IActionResult> OnPostScheduleAsync() => Do(new ScheduleAlert(Id, At ?? "", Zone));

    public Task<IActionResult> OnPostPauseAsync() => Do(new PauseAlert(Id));

    public Task<IActionResult> OnPostResumeAsync() => Do(new ResumeAlert(Id));

    public Task<IActionResult> OnPostCancelAsync() => Do(new CancelAlert(Id));

    private Task<IActionResult> Do(Kernel.ICommand command) => Send(command, $"/workspace/alerts/{Id}", Show);

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        var rows = await tables.Query<AlertRow>("select * from advocacy.alerts where id = @Id", new { Id }, ct);
        if (rows.Count == 0) return NotFound();
        Alert = rows[0];
        if (Alert.Audience is not null)
        {
            Progress = await reads.Of(Alert, Actor.IsOfTheSecretariat, ct);
            return Page();
        }
        var content = (await decider.Load(Domain.Alerts.Alert.Fold, Id, ct)).State.Content!;
        if (Actor.IsOfTheSecretariat) Audience = await frozen.Count(content, ct);
        if (Alert.At is not null)
            LocalHours = [.. (content.Audience.Countries.Count == 0 ? Country.All : content.Audience.Countries).GroupBy(country => Hour(CountryClock.ZoneOf(country))).Select(group => (group.Key, (IReadOnlyList<string>)[.. group]))];
        return Page();
    }

    private string Hour(string zone) => CountryClock.In(Alert.At!.Value, zone).ToString("uuuu'-'MM'-'dd HH':'mm", CultureInfo.InvariantCulture);
}
