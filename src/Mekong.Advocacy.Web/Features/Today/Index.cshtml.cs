using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Today;

/// <summary>The workspace's first page: what waits for me, what is under way, what just happened.</summary>
public sealed class IndexModel(
    IMediator mediator, IStringLocalizer<Words> words, ITables tables, IJobScheduler jobs, DeliveryCounts counting, AccountNames names, TimeProvider clock)
    : WorkspacePage(mediator, words)
{
    /// <param name="Why">The end of a key "today.waits.…".</param>
    public sealed record Waiting(Guid Id, string Name, string Why, DateTimeOffset ChangedAt);

    public sealed record Running(Guid Id, string Name, AlertStage Stage, DateTimeOffset? At, string? Zone, Counts Counts);

    public sealed record Happening(string Path, string Name, string What, DateTimeOffset At, string Who);

    public IReadOnlyList<Waiting> Waits { get; private set; } = [];

    public IReadOnlyList<StatementWaiting> Statements { get; private set; } = [];

    public IReadOnlyList<DialogueWaiting> Dialogues { get; private set; } = [];

    public IReadOnlyList<StatementOpenNow> OpenStatements { get; private set; } = [];

    public IReadOnlyList<Running> UnderWay { get; private set; } = [];

    public IReadOnlyList<Happening> Happened { get; private set; } = [];

    public FollowUpsToday Steps { get; private set; } = new(0, 0);

    public int FailedJobs { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Waits = await TodayReads.Waiting(tables, Actor, ct);
        var now = clock.GetUtcNow();
        (Statements, OpenStatements) = (await StatementsToday.Waiting(tables, Actor, now, ct), await StatementsToday.Open(tables, now, ct));
        Steps = await FollowUpsToday.Of(tables, Actor, now, ct);
        Dialogues = await DialoguesToday.Waiting(tables, Actor, now, ct);
        foreach (var row in await TodayReads.UnderWay(tables, ct))
            UnderWay = [.. UnderWay, new(row.Id, row.Name, row.Stage, row.At, row.Zone, await counting.Of(row.Id, ct))];
        foreach (var row in await TodayReads.Happened(tables, ct))
            Happened = [.. Happened, new($"/workspace/{row.Room}/{row.Id}", row.Name, row.What, row.At, await names.Of(row.Actor))];
        FailedJobs = (await jobs.List(ct)).Count(state => state.Stage == JobStage.Failed);
    }

    /// <summary>What moves asks for itself again; what stands still tells htmx to stop asking.</summary>
    public async Task<IActionResult> OnGetUnderWayAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        if (UnderWay.Count == 0) Response.StatusCode = 286;
        return Partial("_UnderWay", this);
    }
}
