using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A commitment as the API tells it, with everything that was ever said about what became of it.</summary>
public sealed record CommitmentStateJson(
    CommitmentRow Commitment, CommitmentJson Content, IReadOnlyList<StatusProposed> Proposals, IReadOnlyList<StatusReviewed> Reviews, IReadOnlyList<DissentAttached> Dissents,
    IReadOnlyList<CommitmentHistoryRow> History);

/// <summary>Commitments over HTTP: the commands that the pages send.</summary>
internal static class CommitmentApi
{
    public static void Map(RouteGroupBuilder commitments)
    {
        commitments.MapGet("", List).WithName("listCommitments").Produces<IReadOnlyList<CommitmentRow>>();
        commitments.MapPost("", Record).WithName("recordCommitment").Produces<CreatedJson>(201).ProducesProblem(409).ProducesProblem(422);
        commitments.MapGet("/{id:guid}", One).WithName("readCommitment").Produces<CommitmentStateJson>().ProducesProblem(404);
        commitments.MapPut("/{id:guid}", (Guid id, CommitmentJson body, DialogueSending send) =>
            send.Changed(body.Read(send.At), content => new DescribeCommitment(id, content))).Says("describeCommitment");
        commitments.MapPost("/{id:guid}/due", (Guid id, DueChangeJson body, DialogueSending send) => send.Read(typed =>
            new ChangeCommitmentDue(id, (body.Due ?? new DueJson(null)).Read(typed), body.Reason ?? ""))).Says("changeCommitmentDue");
        commitments.MapPost("/{id:guid}/proposals", Propose).WithName("proposeStatus").Produces<CreatedJson>(201).ProducesProblem(409).ProducesProblem(422);
        commitments.MapPost("/{id:guid}/proposals/{proposal:guid}/review", (Guid id, Guid proposal, StatusReviewJson body, DialogueSending send) =>
            send.Now(new ReviewStatus(id, proposal, body.Accepted, body.Why))).Says("reviewStatus").ProducesProblem(403);
        commitments.MapPost("/{id:guid}/dissents", Dissent).WithName("attachDissent").Produces<CreatedJson>(201).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        commitments.MapPost("/{id:guid}/confidentiality", (Guid id, ConfidentialityJson body, DialogueSending send) =>
            send.Now(new ChangeConfidentiality(id, body.Confidential, body.Reason ?? ""))).Says("changeConfidentiality");
    }

    private static Task<IResult> List(
        DialogueReads reads, DialogueSending send, CancellationToken ct, string? country = null, Guid? authorityId = null, string? status = null, Guid? recommendationId = null,
        Guid? dialogueId = null, Guid? forumId = null, bool? toReview = null) =>
        send.List(typed => reads.Commitments(
            new(country, authorityId, typed.Word<CommitmentStatus>(status, "status"), recommendationId, dialogueId, forumId, toReview), ct));

    private static Task<IResult> Record(CommitmentJson body, DialogueSending send)
    {
        var id = body.Id ?? send.NewId;
        return send.Created(body.Read(send.At), content => new RecordCommitment(id, content), "commitments", id);
    }

    private static Task<IResult> Propose(Guid id, ProposalJson body, DialogueSending send)
    {
        var (proposal, typed) = (body.Id ?? send.NewId, new Typed(send.At));
        var (status, evidence) = (typed.Choice(body.Status, "status"), typed.References(body.Evidence));
        return send.Created((status, typed.Faults), chosen => new ProposeStatus(id, proposal, chosen, evidence, body.Note ?? ""), $"commitments/{id}/proposals", proposal);
    }

    private static Task<IResult> Dissent(Guid id, DissentJson body, DialogueSending send)
    {
        var (dissent, typed) = (body.Id ?? send.NewId, new Typed(send.At));
        var organisation = typed.Needed(body.OrganisationId, Domain.Organisations.OrganisationRefusals.NoSuchOrganisation.At("organisationId"));
        return send.Created((organisation, typed.Faults), member => new AttachDissent(id, dissent, member, body.Language ?? "", body.Text ?? ""), $"commitments/{id}/dissents", dissent);
    }

    private static async Task<IResult> One(Guid id, DialogueReads reads, IEventStore store, IStringLocalizer<Words> words, CancellationToken ct)
    {
        if (await reads.Commitment(id, ct) is not { } row) return Problems.Of([DialogueRefusals.NoSuchCommitment], words);
        var past = (await store.Read(Decider.Stream(Commitment.Fold, id), ct)).Select(recorded => (CommitmentEvent)recorded.Event).ToList();
        var content = CommitmentJson.Of(id, Commitment.Fold.Over(past).Content!);
        return Results.Ok(new CommitmentStateJson(
            row, content, [.. past.OfType<StatusProposed>()], [.. past.OfType<StatusReviewed>()], [.. past.OfType<DissentAttached>()], await reads.History(id, ct)));
    }
}
