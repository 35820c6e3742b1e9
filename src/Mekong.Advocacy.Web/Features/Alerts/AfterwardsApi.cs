using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <param name="Name">Left out: made from the earlier alert's name.</param>
public sealed record CopyJson(string? Name);

/// <param name="Kind">"update" or "cancellation".</param>
public sealed record CorrectionJson(RelationKind? Kind, string? Name);

/// <summary>What comes after an alert, over HTTP: copies, corrections, those not reached, putting away.</summary>
internal static class AfterwardsApi
{
    public static void Map(RouteGroupBuilder alerts)
    {
        alerts.MapPost("/{id:guid}/copies", (Guid id, CopyJson? body, Beginning begin) => begin.From(id, body?.Name, "after.copy-name", (to, name) => new DuplicateAlert(id, to, name))).WithName("duplicateAlert").Produces<DraftedJson>(201).ProducesProblem(404);
        alerts.MapPost("/{id:guid}/corrections", Correct).WithName("correctAlert").Produces<DraftedJson>(201).ProducesProblem(409).ProducesProblem(422);
        alerts.MapPost("/{id:guid}/rest", (Guid id, CopyJson? body, Beginning begin) => begin.From(id, body?.Name, "after.rest-name", (to, name) => new FollowAlert(id, RelationKind.NotReached, to, name))).WithName("reachTheRest").Produces<DraftedJson>(201).ProducesProblem(409);
        alerts.MapPost("/{id:guid}/archive", (Guid id, AlertApi.Sending send) => send.Now(new ArchiveAlert(id))).WithName("archiveAlert").Produces(204).ProducesProblem(409);
        alerts.MapPost("/{id:guid}/unarchive", (Guid id, AlertApi.Sending send) => send.Now(new UnarchiveAlert(id))).WithName("unarchiveAlert").Produces(204);
    }

    private static async Task<IResult> Correct(Guid id, CorrectionJson body, Beginning begin, IStringLocalizer<Words> words) => body.Kind switch
    {
        RelationKind.Update => await begin.From(id, body.Name, "after.update-name", (to, name) => new FollowAlert(id, RelationKind.Update, to, name)),
        RelationKind.Cancellation => await begin.From(id, body.Name, "after.cancellation-name", (to, name) => new FollowAlert(id, RelationKind.Cancellation, to, name)),
        _ => Problems.Of([AlertRefusals.UnknownRelation], words),
    };

    /// <summary>Begins a draft from an earlier alert and answers 201 with its id and hash, or the problem.</summary>
    internal sealed class Beginning(IMediator mediator, Decider decider, IStringLocalizer<Words> words, TimeProvider clock, IHttpContextAccessor http)
    {
        public async Task<IResult> From(Guid id, string? name, string naming, Func<Guid, string, ICommand> command)
        {
            var ct = http.HttpContext!.RequestAborted;
            var (earlier, _) = await decider.Load(Alert.Fold, id, ct);
            if (earlier.Content is null) return Problems.Of([AlertRefusals.NoSuchAlert], words);
            var to = Guid.CreateVersion7(clock.GetUtcNow());
            var answer = await mediator.Send(command(to, string.IsNullOrWhiteSpace(name) ? words[naming, earlier.Content.Name] : name.Trim()), ct);
            if (answer.Refused) return Problems.Of(answer.Refusals, words);
            var (draft, _) = await decider.Load(Alert.Fold, to, ct);
            return Results.Created($"/api/v1/alerts/{to}", new DraftedJson(to, draft.Content!.Hash));
        }
    }
}
