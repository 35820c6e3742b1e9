using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A term as the API tells it.</summary>
public sealed record HolderJson(Guid Id, Guid PostId, string? Name, DateOnly From, DateOnly? Until);

/// <summary>An authority as the API tells it: its posts and whoever held them.</summary>
public sealed record AuthorityStateJson(AuthorityRow Authority, IReadOnlyList<PostRow> Posts, IReadOnlyList<HolderJson> Holders);

/// <summary>Authorities, their posts and who holds them, over HTTP.</summary>
internal static class AuthorityApi
{
    public static void Map(RouteGroupBuilder authorities)
    {
        authorities.MapGet("", async (DialogueReads reads, CancellationToken ct) => Results.Ok(await reads.Authorities(ct)))
            .WithName("listAuthorities").Produces<IReadOnlyList<AuthorityRow>>();
        authorities.MapPost("", Enter).WithName("enterAuthority").Produces<CreatedJson>(201).ProducesProblem(409).ProducesProblem(422);
        authorities.MapGet("/{id:guid}", One).WithName("readAuthority").Produces<AuthorityStateJson>().ProducesProblem(404);
        authorities.MapPut("/{id:guid}/names", (Guid id, NamesJson body, DialogueSending send) => send.Now(new RenameAuthority(id, Typed.Wordings(body.Names)))).Says("renameAuthority");
        authorities.MapPost("/{id:guid}/posts", EnterPost).WithName("enterPost").Produces<CreatedJson>(201).ProducesProblem(422);
        authorities.MapPut("/{id:guid}/posts/{post:guid}", (Guid id, Guid post, PostJson body, DialogueSending send) =>
            send.Now(new NamePost(id, post, Typed.Wordings(body.Titles)))).Says("renamePost");
        authorities.MapPost("/{id:guid}/posts/{post:guid}/holders", Take).WithName("takePost").Produces<CreatedJson>(201).ProducesProblem(422);
        authorities.MapPost("/{id:guid}/posts/{post:guid}/holders/{holder:guid}/leave", (Guid id, Guid post, Guid holder, LeaveJson body, DialogueSending send) =>
            send.Read(typed => new LeavePost(id, post, holder, typed.Day(body.Until, "until")))).Says("leavePost");
    }

    private static Task<IResult> Enter(AuthorityJson body, DialogueSending send)
    {
        var id = body.Id ?? send.NewId;
        return send.Created((body, Array.Empty<Refusal>()), typed => new EnterAuthority(id, Typed.Wordings(typed.Names), typed.Country ?? ""), "authorities", id);
    }

    private static Task<IResult> EnterPost(Guid id, PostJson body, DialogueSending send)
    {
        var post = body.Id ?? send.NewId;
        return send.Send(new NamePost(id, post, Typed.Wordings(body.Titles)), () => Results.Created($"/api/v1/authorities/{id}", new CreatedJson(post)));
    }

    private static Task<IResult> Take(Guid id, Guid post, TakeJson body, DialogueSending send)
    {
        var (holder, typed) = (body.Id ?? send.NewId, new Typed(send.At));
        var from = typed.Day(body.From, "from");
        return send.Created((from, typed.Faults), day => new TakePost(id, post, holder, body.Name ?? "", day), $"authorities/{id}/holders", holder);
    }

    private static async Task<IResult> One(Guid id, DialogueReads reads, HolderNames names, IStringLocalizer<Words> words, CancellationToken ct)
    {
        if (await reads.Authority(id, ct) is not { } row) return Problems.Of([DialogueRefusals.NoSuchAuthority], words);
        var holders = await reads.Holders(id, null, ct);
        var known = await names.Of(holders.Select(holder => holder.Id), ct);
        return Results.Ok(new AuthorityStateJson(row, await reads.Posts(id, ct),
            [.. holders.Select(holder => new HolderJson(holder.Id, holder.PostId, known.GetValueOrDefault(holder.Id), holder.FromDay, holder.UntilDay))]));
    }
}
