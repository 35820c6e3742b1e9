using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A recommendation as the API tells it: the whole thread.</summary>
public sealed record RecommendationStateJson(
    RecommendationRow Recommendation, RecommendationJson Content, IReadOnlyList<PresentationRow> Presentations, IReadOnlyList<CommitmentRow> Commitments);

/// <summary>Recommendations over HTTP: the commands that the pages send.</summary>
internal static class RecommendationApi
{
    public static void Map(RouteGroupBuilder recommendations)
    {
        recommendations.MapGet("", (DialogueReads reads, DialogueSending send, CancellationToken ct, string? stage = null, string? country = null, Guid? authorityId = null) =>
            send.List(typed => reads.Recommendations(new(typed.Word<RecommendationStage>(stage, "stage"), country, authorityId), ct))).WithName("listRecommendations").Produces<IReadOnlyList<RecommendationRow>>();
        recommendations.MapPost("", Make).WithName("makeRecommendation").Produces<CreatedJson>(201).ProducesProblem(409).ProducesProblem(422);
        recommendations.MapGet("/{id:guid}", One).WithName("readRecommendation").Produces<RecommendationStateJson>().ProducesProblem(404);
        recommendations.MapPut("/{id:guid}", (Guid id, RecommendationJson body, DialogueSending send) =>
            send.Changed(body.Read(send.At), content => new EditRecommendation(id, content))).Says("editRecommendation");
        recommendations.MapPost("/{id:guid}/presentations", Present).WithName("presentRecommendation").Produces<CreatedJson>(201).ProducesProblem(422);
        recommendations.MapPost("/{id:guid}/close", (Guid id, BecauseJson body, DialogueSending send) =>
            send.Now(new CloseRecommendation(id, body.Reason ?? ""))).Says("closeRecommendation");
    }

    private static Task<IResult> Make(RecommendationJson body, DialogueSending send)
    {
        var id = body.Id ?? send.NewId;
        return send.Created(body.Read(send.At), content => new MakeRecommendation(id, content), "recommendations", id);
    }

    private static async Task<IResult> Present(Guid id, PresentationJson body, DialogueSending send, DialogueReads reads, CancellationToken ct)
    {
        var (presentation, typed) = (body.Id ?? send.NewId, new Typed(send.At));
        var at = string.IsNullOrWhiteSpace(body.On) && body.DialogueId is { } known ? await reads.Dialogue(known, ct) : null;
        var on = at is null ? typed.Day(body.On, "on") : MeetingZones.DayIn(at.Zone, at.BeginsAt);
        return await send.Created((on, typed.Faults), day => new PresentRecommendation(id, new(presentation, body.DialogueId, body.ForumId, day, body.OrganisationId)),
            $"recommendations/{id}/presentations", presentation);
    }

    private static async Task<IResult> One(Guid id, DialogueReads reads, Decider decider, IStringLocalizer<Words> words, CancellationToken ct)
    {
        if (await reads.Recommendation(id, ct) is not { } row) return Problems.Of([DialogueRefusals.NoSuchRecommendation], words);
        var (recommendation, _) = await decider.Load(Recommendation.Fold, id, ct);
        return Results.Ok(new RecommendationStateJson(
            row, RecommendationJson.Of(id, recommendation.Content!), await reads.Presentations(id, null, null, ct), await reads.Commitments(new(RecommendationId: id), ct)));
    }
}
