using System.Globalization;
using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>One alert: where it stands in words, what can be done next, and how far it has come.</summary>
public sealed class ShowModel(
    IMediator mediator, IStringLocalizer<Words> words, ITables tables, Decider decider, FrozenAudience frozen, DeliveryCounts counting)
    : WorkspacePage(mediator, words)
{
    public static IReadOnlyList<string> Zones { get; } =
        ["Asia/Bangkok", "Asia/Phnom_Penh", "Asia/Vientiane", "Asia/Yangon", "Asia/Ho_Chi_Minh", "Asia/Shanghai"];

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public string? At { get; set; }

    [BindProperty] public string? Zone { get; set; }

    public AlertRow Alert { get; private set; } = null!;

    public Counts Counts { get; private set; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    public IReadOnlyList<AudienceCount> Audience { get; private set; } = [];

    public long Recipients => Audience.Where(line => line.Reason is null).Sum(line => line.Count);

    public int RecipientLanguages => Audience.Where(line => line.Reason is null).Select(line => line.Language).Distinct().Count();

    /// <summary>True while the page would show something else in a moment.</summary>
    public bool Moves => Alert.Stage == AlertStage.Sending || Alert.Stage == AlertStage.Scheduled && Alert.Zone is null;

    public string InWords => Alert.Stage switch
    {
        AlertStage.Scheduled when Alert.Zone is not null => Words["words.Scheduled", string.Format(CultureInfo.InvariantCulture, "{0:yyyy-MM-dd HH:mm}", Local), Alert.Zone],
        AlertStage.Scheduled => Words["words.Starting"],
        AlertStage.Sending => Words["words.Sending", Languages.Number(Counts.Open)],
        var stage => Words[$"words.{stage}"],
    };

    private DateTimeOffset Local => TimeZoneInfo.ConvertTime(Alert.At!.Value, TimeZoneInfo.FindSystemTimeZoneById(Alert.Zone!));

    public Task<IActionResult> OnGetAsync() => Show();

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
        if (Alert.Audience is not null) Counts = await counting.Of(Id, ct);
        else Audience = await frozen.Count((await decider.Load(Domain.Alerts.Alert.Fold, Id, ct)).State.Content!, ct);
        return Page();
    }
}
