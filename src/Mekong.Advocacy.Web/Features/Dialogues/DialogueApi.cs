using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A dialogue as the API tells it.</summary>
public sealed record DialogueStateJson(
    DialogueRow Dialogue, DialogueJson Content, IReadOnlyDictionary<string, string?> Minutes, IReadOnlyList<Guid> Files, IReadOnlyList<PresentationRow> Presentations,
    IReadOnlyList<CommitmentRow> Commitments, IReadOnlyList<DialogueHistoryRow> History);

/// <summary>Dialogues over HTTP: the commands that the pages send.</summary>
internal static class DialogueApi
{
    public static void Map(RouteGroupBuilder dialogues)
    {
        dialogues.MapGet("", (DialogueReads reads, DialogueSending send, CancellationToken ct, string? stage = null, string? country = null, Guid? authorityId = null, Guid? forumId = null) =>
            send.List(typed => reads.Dialogues(new(typed.Word<DialogueStage>(stage, "stage"), country, authorityId, forumId), ct)))
            .WithName("listDialogues").Produces<IReadOnlyList<DialogueRow>>();
        dialogues.MapPost("", Plan).WithName("planDialogue").Produces<CreatedJson>(201).ProducesProblem(409).ProducesProblem(422);
        dialogues.MapGet("/{id:guid}", One).WithName("readDialogue").Produces<DialogueStateJson>().ProducesProblem(404);
        dialogues.MapPut("/{id:guid}", (Guid id, DialogueJson body, DialogueSending send) => send.Changed(body.Read(send.At), content => new DescribeDialogue(id, content))).Says("describeDialogue");
        Post("/confirm", "confirmDialogue", (Guid id, DialogueSending send) => send.Now(new ConfirmDialogue(id)));
        Post("/move", "moveDialogue", (Guid id, MoveJson body, DialogueSending send) => send.Read(typed =>
            new MoveDialogue(id, typed.Time(body.Begins, body.Ends, body.Zone), body.Country ?? "", body.Place ?? "", body.Reason ?? "")));
        Post("/postpone", "postponeDialogue", (Guid id, BecauseJson body, DialogueSending send) => send.Now(new PostponeDialogue(id, body.Reason ?? "")));
        Post("/cancel", "cancelDialogue", (Guid id, BecauseJson body, DialogueSending send) => send.Now(new CancelDialogue(id, body.Reason ?? "")));
        Post("/hold", "holdDialogue", (Guid id, DialogueSending send) => send.Now(new HoldDialogue(id)));
        Post("/minutes", "minuteDialogue", (Guid id, MinutesJson body, DialogueSending send) => send.Now(new MinuteDialogue(id, Typed.Wordings(body.Minutes), [.. body.Files ?? []])));
        Post("/close", "closeDialogue", (Guid id, DialogueSending send) => send.Now(new CloseDialogue(id)));

        void Post(string path, string name, Delegate does) => dialogues.MapPost($"/{{id:guid}}{path}", does).Says(name);
    }

    private static Task<IResult> Plan(DialogueJson body, DialogueSending send)
    {
        var id = body.Id ?? send.NewId;
        return send.Created(body.Read(send.At), content => new PlanDialogue(id, content), "dialogues", id);
    }

    private static async Task<IResult> One(Guid id, DialogueReads reads, Decider decider, IStringLocalizer<Words> words, CancellationToken ct)
    {
        if (await reads.Dialogue(id, ct) is not { } row) return Problems.Of([DialogueRefusals.NoSuchDialogue], words);
        var (dialogue, _) = await decider.Load(Dialogue.Fold, id, ct);
        return Results.Ok(new DialogueStateJson(
            row, DialogueJson.Of(id, dialogue.Content!), Typed.Untyped(dialogue.Minutes), dialogue.Files, await reads.Presentations(null, id, null, ct),
            await reads.Commitments(new(DialogueId: id), ct), await reads.HistoryOf(id, ct)));
    }
}
