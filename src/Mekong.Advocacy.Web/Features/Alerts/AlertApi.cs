using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

public sealed record DraftedJson(Guid Id, string ContentHash);

public sealed record ApprovalJson(string? ContentHash);

public sealed record ReasonJson(string? ContentHash, string? Reason);

public sealed record ScheduleJson(string? At, string? Zone);

public sealed record ReviewJson(string? TextHash);

/// <summary>How far one language is.</summary>
public sealed record TextStateJson(TextState State, string TextHash, DateTimeOffset? ReviewedAt, Guid? ReviewedBy);

/// <summary>An alert as the API tells it.</summary>
public sealed record AlertStateJson(
    Guid Id, AlertStage Stage, string ContentHash, DateTimeOffset? At, string? Zone, string? PauseReason, Counts Counts, AlertJson Content)
{
    /// <summary>By language, all seven.</summary>
    public IReadOnlyDictionary<string, TextStateJson> TextStates { get; init; } = new Dictionary<string, TextStateJson>();
}

/// <summary>The alert's commands over HTTP: the same as the pages send.</summary>
internal static class AlertApi
{
    public static void Map(RouteGroupBuilder alerts)
    {
        alerts.MapPost("", Draft).WithName("draftAlert").Produces<DraftedJson>(201).ProducesProblem(422);
        alerts.MapPut("/{id:guid}", Edit).WithName("editAlert").Produces<DraftedJson>().ProducesProblem(409);
        alerts.MapGet("", AlertReads.List).WithName("listAlerts").Produces<IReadOnlyList<AlertRow>>();
        alerts.MapGet("/{id:guid}", AlertReads.One).WithName("readAlert").Produces<AlertStateJson>().ProducesProblem(404);
        alerts.MapGet("/{id:guid}/deliveries", AlertReads.Deliveries).WithName("listDeliveries").Produces<DeliveryPage>();
        alerts.MapPost("/{id:guid}/approval-request", (Guid id, Sending send) => send.Now(new RequestApproval(id))).WithName("requestApproval").Produces(204);
        alerts.MapPost("/{id:guid}/approval", (Guid id, ApprovalJson body, Sending send) => send.Now(new ApproveAlert(id, body.ContentHash ?? ""))).WithName("approveAlert").Produces(204).ProducesProblem(403).ProducesProblem(409);
        alerts.MapPost("/{id:guid}/texts/{language}/review", (Guid id, string language, ReviewJson body, Sending send) => send.Now(new ReviewText(id, language, body.TextHash ?? ""))).WithName("reviewText").Produces(204).ProducesProblem(404).ProducesProblem(409);
        alerts.MapPost("/{id:guid}/send-back", (Guid id, ReasonJson body, Sending send) => send.Now(new SendBackAlert(id, body.ContentHash ?? "", body.Reason ?? ""))).WithName("sendBackAlert").Produces(204).ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
        alerts.MapPost("/{id:guid}/emergency-release", (Guid id, ReasonJson body, Sending send) => send.Now(new ReleaseInEmergency(id, body.ContentHash ?? "", body.Reason ?? ""))).WithName("releaseAlertInEmergency").Produces(204).ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
        alerts.MapPost("/{id:guid}/schedule", (Guid id, ScheduleJson body, Sending send) => send.Now(new ScheduleAlert(id, body.At ?? "", body.Zone))).WithName("scheduleAlert").Produces(204).ProducesProblem(409);
        alerts.MapPost("/{id:guid}/pause", (Guid id, Sending send) => send.Now(new PauseAlert(id))).WithName("pauseAlert").Produces(204);
        alerts.MapPost("/{id:guid}/resume", (Guid id, Sending send) => send.Now(new ResumeAlert(id))).WithName("resumeAlert").Produces(204);
        alerts.MapPost("/{id:guid}/cancel", (Guid id, Sending send) => send.Now(new CancelAlert(id))).WithName("cancelAlert").Produces(204);
    }

    private static async Task<IResult> Draft(AlertJson body, IMediator mediator, IStringLocalizer<Words> words, TimeProvider clock, CancellationToken ct)
    {
        var (id, content) = (Guid.CreateVersion7(clock.GetUtcNow()), body.ToContent());
        if (body.FaultyFallback is { } fault) return Problems.Of([fault], words);
        var answer = await mediator.Send(new DraftAlert(id, content), ct);
        return answer.Or(words, () => Results.Created($"/api/v1/alerts/{id}", new DraftedJson(id, content.Hash)));
    }

    private static async Task<IResult> Edit(Guid id, AlertJson body, IMediator mediator, IStringLocalizer<Words> words, CancellationToken ct)
    {
        var content = body.ToContent();
        if (body.FaultyFallback is { } fault) return Problems.Of([fault], words);
        var answer = await mediator.Send(new EditAlert(id, content), ct);
        return answer.Or(words, () => Results.Ok(new DraftedJson(id, content.Hash)));
    }

    /// <summary>Sends a command and answers 204, or the problem.</summary>
    internal sealed class Sending(IMediator mediator, IStringLocalizer<Words> words, IHttpContextAccessor http)
    {
        public async Task<IResult> Now(ICommand command) =>
            (await mediator.Send(command, http.HttpContext!.RequestAborted)).Or(words, () => Results.NoContent());
    }
}
