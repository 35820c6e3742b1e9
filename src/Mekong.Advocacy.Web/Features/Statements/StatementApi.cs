using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Statements;

public sealed record StatementDraftedJson(Guid Id);

public sealed record SealJson(string? Language, string? Hash);

public sealed record BecauseJson(string? Reason);

public sealed record DeadlineJson(string? ClosesAt, string? Reason);

public sealed record CorrigendumJson(Guid? Id, string? Language, string? Found, string? Correct, string? Note);

public sealed record RevisionJson(IReadOnlyDictionary<string, StatementTextJson>? Texts);

public sealed record CommentJson(Guid? Id, string? Language, string? Text);

/// <summary>The statement's commands over HTTP: the same as the pages send.</summary>
internal static class StatementApi
{
    public static void Map(RouteGroupBuilder statements)
    {
        statements.MapPost("", Draft).WithName("draftStatement").Produces<StatementDraftedJson>(201).ProducesProblem(422);
        statements.MapPut("/{id:guid}", Edit).WithName("editStatement").Produces(204).ProducesProblem(409);
        statements.MapGet("", StatementReads.List).WithName("listStatements").Produces<IReadOnlyList<StatementRow>>();
        statements.MapGet("/{id:guid}", StatementReads.One).WithName("readStatement").Produces<StatementStateJson>().ProducesProblem(404);
        Post("/comments", "commentOnStatement", (Guid id, CommentJson body, AlertApi.Sending send, TimeProvider clock) => send.Now(new CommentOnStatement(id, body.Id ?? New(clock), body.Language, body.Text ?? "")));
        Post("/freeze", "freezeStatement", (Guid id, AlertApi.Sending send) => send.Now(new FreezeText(id)));
        Post("/thaw", "thawStatement", (Guid id, BecauseJson body, AlertApi.Sending send) => send.Now(new ThawText(id, body.Reason ?? "")));
        Post("/approval", "approveStatementText", (Guid id, SealJson body, AlertApi.Sending send) => send.Now(new ApproveText(id, body.Language ?? "", body.Hash ?? "")));
        Post("/open", "openStatement", (Guid id, AlertApi.Sending send) => send.Now(new OpenByHand(id)));
        Post("/close", "closeStatement", (Guid id, AlertApi.Sending send) => send.Now(new CloseByHand(id)));
        Post("/suspend", "suspendStatement", (Guid id, BecauseJson body, AlertApi.Sending send) => send.Now(new SuspendStatement(id, body.Reason ?? "")));
        Post("/reopen", "reopenStatement", (Guid id, AlertApi.Sending send) => send.Now(new ReopenStatement(id)));
        Post("/deadline", "moveStatementDeadline", (Guid id, DeadlineJson body, AlertApi.Sending send) => send.Now(new MoveDeadline(id, body.ClosesAt ?? "", body.Reason ?? "")));
        Post("/corrigenda", "issueCorrigendum", (Guid id, CorrigendumJson body, AlertApi.Sending send, TimeProvider clock) =>
            send.Now(new IssueCorrigendum(id, body.Id ?? New(clock), body.Language ?? "", body.Found ?? "", body.Correct ?? "", body.Note)));
        Post("/versions", "proposeRevision", (Guid id, RevisionJson body, AlertApi.Sending send) => send.Now(new ProposeRevision(id, TextsOf(body))));
        Post("/versions/drop", "dropRevision", (Guid id, AlertApi.Sending send) => send.Now(new DropRevision(id)));
        Post("/courtesy-texts/{language}", "addCourtesyText", (Guid id, string language, StatementTextJson body, AlertApi.Sending send) =>
            send.Now(new AddCourtesyText(id, new StatementText(language, TextRole.Courtesy, body.Title ?? "", body.Body ?? ""))));
        Post("/withdraw", "withdrawStatement", (Guid id, BecauseJson body, AlertApi.Sending send) => send.Now(new CancelStatement(id, body.Reason ?? "")));
        Post("/supersede/{by:guid}", "supersedeStatement", (Guid id, Guid by, AlertApi.Sending send) => send.Now(new SupersedeStatement(id, by)));
        Post("/archive", "archiveStatement", (Guid id, AlertApi.Sending send) => send.Now(new ArchiveStatement(id)));

        void Post(string path, string name, Delegate does) => statements.MapPost($"/{{id:guid}}{path}", does).WithName(name).Produces(204).ProducesProblem(409).ProducesProblem(422);
    }

    private static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());

    private static IReadOnlyList<StatementText> TextsOf(RevisionJson body) => new StatementJson(null, body.Texts, null, null, null, null).Read(default).Content.Texts;

    private static async Task<IResult> Draft(
        StatementJson body, IMediator mediator, AddresseeContacts contacts, IStringLocalizer<Words> words, TimeProvider clock, CancellationToken ct)
    {
        var (id, (content, faults)) = (New(clock), body.Read(clock.GetUtcNow()));
        if (faults.Count > 0) return Problems.Of(faults, words);
        var answer = await mediator.Send(new DraftStatement(id, content), ct);
        if (!answer.Refused) await contacts.Keep(id, body.Addressees, ct);
        return answer.Or(words, () => Results.Created($"/api/v1/statements/{id}", new StatementDraftedJson(id)));
    }

    private static async Task<IResult> Edit(
        Guid id, StatementJson body, IMediator mediator, AddresseeContacts contacts, IStringLocalizer<Words> words, TimeProvider clock, CancellationToken ct)
    {
        var (content, faults) = body.Read(clock.GetUtcNow());
        if (faults.Count > 0) return Problems.Of(faults, words);
        var answer = await mediator.Send(new EditStatement(id, content), ct);
        if (!answer.Refused) await contacts.Keep(id, body.Addressees, ct);
        return answer.Or(words, () => Results.NoContent());
    }
}
