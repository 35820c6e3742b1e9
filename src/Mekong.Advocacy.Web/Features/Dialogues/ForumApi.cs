using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A forum as the API tells it, with its past.</summary>
public sealed record ForumStateJson(ForumRow Forum, IReadOnlyList<DialogueHistoryRow> History);

/// <summary>Forums over HTTP: the commands that the pages send.</summary>
internal static class ForumApi
{
    public static void Map(RouteGroupBuilder forums)
    {
        forums.MapGet("", async (DialogueReads reads, CancellationToken ct) => Results.Ok(await reads.Forums(ct))).WithName("listForums").Produces<IReadOnlyList<ForumRow>>();
        forums.MapPost("", Plan).WithName("planForum").Produces<CreatedJson>(201).ProducesProblem(409).ProducesProblem(422);
        forums.MapGet("/{id:guid}", One).WithName("readForum").Produces<ForumStateJson>().ProducesProblem(404);
        forums.MapPut("/{id:guid}/names", (Guid id, NamesJson body, DialogueSending send) => send.Now(new RenameForum(id, Typed.Wordings(body.Names)))).Says("renameForum");
        forums.MapPost("/{id:guid}/move", (Guid id, ForumMoveJson body, DialogueSending send) => send.Read(typed =>
            new MoveForum(id, typed.Day(body.From, "from"), typed.Day(body.Until, "until"), body.City ?? "", body.Reason ?? ""))).Says("moveForum");
        forums.MapPost("/{id:guid}/cancel", (Guid id, BecauseJson body, DialogueSending send) => send.Now(new CancelForum(id, body.Reason ?? ""))).Says("cancelForum");
    }

    private static Task<IResult> Plan(ForumJson body, DialogueSending send)
    {
        var id = body.Id ?? send.NewId;
        return send.Created(body.Read(send.At), plan => new PlanForum(id, plan), "forums", id);
    }

    private static async Task<IResult> One(Guid id, DialogueReads reads, IStringLocalizer<Words> words, CancellationToken ct) =>
        await reads.Forum(id, ct) is { } row ? Results.Ok(new ForumStateJson(row, await reads.HistoryOf(id, ct))) : Problems.Of([DialogueRefusals.NoSuchForum], words);
}
