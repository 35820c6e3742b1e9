using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

public sealed record PaperSignOnJson(
    Guid OrganisationId, Guid OfficerId, string? Language, string? TextHash, string? Capacity, Guid? EvidenceId, Display Display = Display.Shown);

public sealed record MemberSignOnJson(Guid OrganisationId, string? Language, string? TextHash, Display Display = Display.Shown);

public sealed record WithdrawalJson(string? Reason, Guid? OfficerId = null);

public sealed record WhyJson(string? Reason);

public sealed record InvalidationJson(IReadOnlyList<Guid>? SignOnIds, string? Reason);

/// <param name="Action">"remove" or "admit".</param>
public sealed record WaveJson(string? Action, string? Place, string? MailDomain, DateTimeOffset? From, DateTimeOffset? Until, string? Reason);

public sealed record DisplayJson(Display Display);

/// <summary>One act as anybody may see it who checks a list: no name, but the commitment to one.</summary>
public sealed record RegisterEntryJson(int Index, RegisterAct Act, Guid SignOnId, int TextVersion, string TextHash, string Language, string Endorser, DateTimeOffset At, string? Reason, string Leaf);

public sealed record RegisterJson(Guid StatementId, int Size, string Root, string Head, IReadOnlyList<RegisterEntryJson> Entries);

/// <summary>Sign-ons over HTTP: the same commands as the pages send.</summary>
internal static class SignOnApi
{
    public static void Map(RouteGroupBuilder statements, RouteGroupBuilder signOns)
    {
        PublicSignOns.Map(statements, signOns);
        statements.MapGet("/{id:guid}/sign-ons/all", List).WithName("listAllSignOns").Produces<IReadOnlyList<SignOnRow>>();
        statements.MapGet("/{id:guid}/register", Read).WithName("readRegister").Produces<RegisterJson>();
        statements.MapPost("/{id:guid}/sign-ons", (Guid id, MemberSignOnJson body, AlertApi.Sending send) =>
            send.Now(new SignAsMember(id, body.OrganisationId, body.Language ?? "", body.TextHash ?? "", body.Display))).WithName("signAsMember").Produces(204).ProducesProblem(409).ProducesProblem(422);
        statements.MapPost("/{id:guid}/sign-ons/paper", (Guid id, PaperSignOnJson body, AlertApi.Sending send) => send.Now(new EnterPaperSignOn(
            id, body.OrganisationId, body.OfficerId, body.Language ?? "", body.TextHash ?? "", body.Capacity, body.Display, body.EvidenceId))).WithName("enterPaperSignOn").Produces(204).ProducesProblem(409).ProducesProblem(422);
        statements.MapPost("/{id:guid}/sign-ons/invalidate", (Guid id, InvalidationJson body, AlertApi.Sending send, TimeProvider clock) =>
            send.Now(new InvalidateSignOns(body.SignOnIds ?? [], Guid.CreateVersion7(clock.GetUtcNow()), body.Reason ?? ""))).WithName("invalidateSignOns").Produces(204).ProducesProblem(422);
        statements.MapGet("/{id:guid}/sign-ons/waves", SeenWaves).WithName("listWaves").Produces<IReadOnlyList<WaveSeen>>().ProducesProblem(403);
        statements.MapPost("/{id:guid}/sign-ons/waves", (Guid id, WaveJson body, AlertApi.Sending send, TimeProvider clock) => send.Now(new SettleWave(
            new(id, body.Place, body.MailDomain, body.From, body.Until), body.Action == "admit", Guid.CreateVersion7(clock.GetUtcNow()), body.Reason ?? ""))).WithName("settleWave").Produces(204).ProducesProblem(422);
        signOns.MapPost("/{id:guid}/withdraw", (Guid id, WithdrawalJson body, AlertApi.Sending send) => send.Now(new WithdrawSignOn(id, body.OfficerId, body.Reason ?? ""))).WithName("withdrawSignOn").Produces(204).ProducesProblem(422);
        signOns.MapPost("/{id:guid}/object", (Guid id, WhyJson body, AlertApi.Sending send) => send.Now(new ObjectToSignOn(id, body.Reason ?? ""))).WithName("objectToSignOn").Produces(204).ProducesProblem(422);
        signOns.MapPost("/{id:guid}/lift-hold", (Guid id, WhyJson body, AlertApi.Sending send) => send.Now(new LiftHold(id, body.Reason ?? ""))).WithName("liftHold").Produces(204).ProducesProblem(422);
        signOns.MapPost("/{id:guid}/readmit", (Guid id, WhyJson body, AlertApi.Sending send) => send.Now(new ReadmitSignOn(id, body.Reason ?? ""))).WithName("readmitSignOn").Produces(204).ProducesProblem(422);
        signOns.MapPost("/{id:guid}/refuse", (Guid id, WhyJson body, AlertApi.Sending send) => send.Now(new RefuseOffer(id, body.Reason ?? ""))).WithName("refuseSignOnOffer").Produces(204).ProducesProblem(422);
        signOns.MapPost("/{id:guid}/display", (Guid id, DisplayJson body, AlertApi.Sending send) => send.Now(new ShowSignOn(id, body.Display))).WithName("showSignOn").Produces(204).ProducesProblem(422);
    }

    private static async Task<IResult> List(Guid id, ITables tables, CancellationToken ct) => Results.Ok(await tables.Query<SignOnRow>(
        "select * from advocacy.sign_ons where statement_id = @id order by first_at, id", new { id }, ct));

    private static async Task<IResult> SeenWaves(Guid id, Waves waves, CurrentActor current, CancellationToken ct) =>
        current.Actor.May([Role.Coordinator]) ? Results.Ok(await waves.Seen(id, ct)) : Results.Problem(statusCode: StatusCodes.Status403Forbidden);

    private static async Task<IResult> Read(Guid id, RegisterReads registers, CancellationToken ct)
    {
        var register = await registers.Of(id, ct);
        var mark = register.Mark;
        return Results.Ok(new RegisterJson(id, mark.Size, mark.Root, mark.Head, [.. register.Entries.Select((entry, index) => new RegisterEntryJson(
            index, entry.Act, entry.SignOnId, entry.TextVersion, entry.TextHash, entry.Language, entry.Endorser, entry.At, entry.Reason, register.Leaves[index].ToString()))]));
    }
}
