using MediatR;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.FollowUps;

public sealed record FollowUpOpenedJson(Guid Id);

public sealed record FollowUpStateJson(FollowUpState? State, string? Words);

public sealed record SnoozeJson(string? Until, string? Reason);

/// <param name="Id">Chosen by the caller, so that noting twice leaves one note.</param>
public sealed record NoteJson(Guid? Id, string? Text);

public sealed record TickJson(bool Done = true);

public sealed record FollowUpWhole(FollowUpRow FollowUp, FollowUpContent Content, IReadOnlyList<FollowUpNotice> Notices, IReadOnlyList<FollowUpHistoryRow> History);

/// <summary>Next steps over HTTP: the same commands as the pages send. The office sees all, whoever owes a step that one.</summary>
internal static class FollowUpApi
{
    public static void Map(RouteGroupBuilder all)
    {
        all.MapGet("", List).WithName("listFollowUps").Produces<IReadOnlyList<FollowUpRow>>().ProducesProblem(403);
        all.MapPost("", Open).WithName("openFollowUp").Produces<FollowUpOpenedJson>(201).ProducesProblem(409).ProducesProblem(422);
        all.MapGet("/{id:guid}", One).WithName("readFollowUp").Produces<FollowUpWhole>().ProducesProblem(404);
        all.MapPut("/{id:guid}", Describe).WithName("describeFollowUp").Produces(204).ProducesProblem(404).ProducesProblem(422);
        Post("/state", "changeFollowUpState", (Guid id, FollowUpStateJson body, AlertApi.Sending send) => send.Now(new ChangeFollowUpState(id, body.State ?? (FollowUpState)(-1), body.Words)));
        Post("/snooze", "snoozeFollowUp", (Guid id, SnoozeJson body, AlertApi.Sending send) => send.Now(new SnoozeFollowUp(id, DueJson.Day(body.Until) ?? default, body.Reason)));
        Post("/notes", "noteOnFollowUp", (Guid id, NoteJson body, AlertApi.Sending send, TimeProvider clock) => send.Now(new NoteOnFollowUp(id, body.Id ?? New(clock), body.Text)));
        Post("/items/{item:guid}", "tickFollowUpItem", (Guid id, Guid item, TickJson body, AlertApi.Sending send) => send.Now(new TickFollowUpItem(id, item, body.Done)));

        void Post(string path, string name, Delegate does) =>
            all.MapPost($"/{{id:guid}}{path}", does).WithName(name).Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> List(
        FollowUpReads reads, CurrentActor current, IStringLocalizer<Words> words, CancellationToken ct, string? state = null, Guid? owner = null, string? country = null,
        Guid? authority = null, Guid? about = null, Guid? forum = null, bool open = false, string? dueUntil = null, int limit = 200)
    {
        if (!current.Actor.IsOfTheSecretariat) return Problems.Of([FollowUpRefusals.NotYours], words);
        if (dueUntil is not null && DueJson.Day(dueUntil) is null) return Problems.Of([FollowUpRefusals.DayOutOfRange.At("dueUntil")], words);
        FollowUpState? wanted = Enum.TryParse<FollowUpState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        if (state is not null && wanted is null) return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        return Results.Ok(await reads.List(new(wanted, owner, country, authority, about, forum, open, DueJson.Day(dueUntil)), Math.Clamp(limit, 1, 1000), ct));
    }

    private static async Task<IResult> One(
        Guid id, FollowUpReads reads, FollowUpNotices notices, FollowUpHands hands, Decider decider, CurrentActor current, IStringLocalizer<Words> words, CancellationToken ct)
    {
        if (await reads.One(id, ct) is not { } row) return Problems.Of([FollowUpRefusals.NoSuchFollowUp], words);
        if (!current.Actor.IsOfTheSecretariat && await hands.Of(id, null, ct) is null) return Problems.Of([FollowUpRefusals.NotYours], words);
        var (step, _) = await decider.Load(FollowUp.Fold, id, ct);
        return Results.Ok(new FollowUpWhole(row, step.Content!, await notices.Of(id, ct), await reads.History(id, ct)));
    }

    private static async Task<IResult> Open(FollowUpJson body, IMediator mediator, IStringLocalizer<Words> words, TimeProvider clock, CancellationToken ct)
    {
        var (content, fault) = body.Read();
        var id = body.Id is { } chosen && chosen != Guid.Empty ? chosen : New(clock);
        if (fault is not null) return Problems.Of([fault], words);
        return (await mediator.Send(new OpenFollowUp(id, content!), ct)).Or(words, () => Results.Created($"/api/v1/follow-ups/{id}", new FollowUpOpenedJson(id)));
    }

    private static async Task<IResult> Describe(Guid id, FollowUpJson body, IMediator mediator, IStringLocalizer<Words> words, CancellationToken ct)
    {
        var (content, fault) = body.Read();
        return fault is not null ? Problems.Of([fault], words) : (await mediator.Send(new DescribeFollowUp(id, content!), ct)).Or(words, Results.NoContent);
    }

    private static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}
