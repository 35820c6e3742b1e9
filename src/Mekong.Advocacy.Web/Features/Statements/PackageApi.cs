using System.Globalization;
using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

public sealed record TransmissionJson(Guid? Id, string? Addressee, TransmissionChannel Channel, Guid PackageId, string? PackageHash, bool Arrived, string? Reply, Guid? EvidenceId);

public sealed record PackageMailJson(Guid? Id, string? Addressee, string? Contact);

public sealed record ReplyJson(Guid? Id, string? Addressee, string? Summary, Guid? EvidenceId);

public sealed record OutcomeJson(string? Summary);

/// <summary>Packages, their transmissions and what came of them, over HTTP; and the file itself for the workspace's page.</summary>
internal static class PackageApi
{
    public static void Map(RouteGroupBuilder statements)
    {
        Post("/packages", "makePackages", (Guid id, AlertApi.Sending send) => send.Now(new MakePackages(id)));
        Post("/transmissions", "recordTransmission", (Guid id, TransmissionJson body, AlertApi.Sending send, TimeProvider clock) => send.Now(new RecordTransmission(
            id, body.Id ?? New(clock), body.Addressee ?? "", body.Channel, body.PackageId, body.PackageHash ?? "", body.Arrived, body.Reply ?? "", body.EvidenceId)));
        Post("/mails", "mailPackage", (Guid id, PackageMailJson body, AlertApi.Sending send, TimeProvider clock) =>
            send.Now(new RequestPackageMail(id, body.Id ?? New(clock), body.Addressee ?? "", body.Contact)));
        Post("/replies", "recordReply", (Guid id, ReplyJson body, AlertApi.Sending send, TimeProvider clock) =>
            send.Now(new RecordReply(id, body.Id ?? New(clock), body.Addressee ?? "", body.Summary ?? "", body.EvidenceId)));
        Post("/outcome", "recordOutcome", (Guid id, OutcomeJson body, AlertApi.Sending send) => send.Now(new RecordOutcome(id, body.Summary ?? "")));
        statements.MapGet("/{id:guid}/package", Newest).WithName("readNewestPackage").Produces(200, contentType: "application/zip").ProducesProblem(404);
        statements.MapGet("/{id:guid}/packages/{package:guid}", File).WithName("readPackage").Produces(200, contentType: "application/zip").ProducesProblem(404);

        void Post(string path, string name, Delegate does) => statements.MapPost($"/{{id:guid}}{path}", does).WithName(name).Produces(204).ProducesProblem(409).ProducesProblem(422);
    }

    /// <summary>The same for whoever is signed in to the workspace.</summary>
    public static void MapPage(IEndpointRouteBuilder app)
    {
        app.MapGet("/workspace/statements/{id:guid}/packages/{package:guid}", File).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/p/{token}", Handed).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/workspace/files/{id:guid}", Paper).RequireAuthorization().ExcludeFromDescription();
    }

    /// <summary>A scan, to be kept and not to be shown in the browser; that it was read is recorded.</summary>
    private static async Task<IResult> Paper(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        if (!Actor.From(http.User).IsOfTheSecretariat) return Results.Forbid();
        return await mediator.Send(new ReadEvidence(id), ct) is { } file ? Results.File(file.Bytes, file.MediaType, file.Name) : Results.NotFound();
    }

    private static async Task<IResult> File(Guid id, Guid package, PackageShelf shelf, StatementReads reads, HttpContext http, CancellationToken ct)
    {
        if (!Actor.From(http.User).IsOfTheSecretariat) return Results.Forbid();
        if (await reads.Row(id, ct) is not { } row || await shelf.Take(package, ct) is not { } zip) return Results.NotFound();
        return Results.File(zip, "application/zip", $"statement-{row.Number}-{package:N}.zip");
    }

    /// <param name="addressee">Whose copy; null: the first office's.</param>
    private static async Task<IResult> Newest(Guid id, Decider decider, PackageShelf shelf, StatementReads reads, HttpContext http, CancellationToken ct, string? addressee = null)
    {
        var (statement, _) = await decider.Load(Statement.Fold, id, ct);
        var office = addressee ?? (statement.Content?.Addressees is [var first, ..] ? first.Key : null);
        return statement.Packages.FindLast(made => made.Addressee == office) is { } newest ? await File(id, newest.PackageId, shelf, reads, http, ct) : Results.NotFound();
    }

    /// <summary>For the office that was mailed the link; whoever has it reads what the office reads.</summary>
    private static async Task<IResult> Handed(string token, PackageShelf shelf, Links links, HttpContext http, CancellationToken ct)
    {
        if (links.Read(Links.Package, token) is not { } number || await shelf.Take(number, ct) is not { } zip) return Results.NotFound();
        (http.Response.Headers.CacheControl, http.Response.Headers["X-Robots-Tag"]) = ("no-store", "noindex");
        return Results.File(zip, "application/zip", string.Create(CultureInfo.InvariantCulture, $"package-{number}.zip"));
    }

    private static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}
