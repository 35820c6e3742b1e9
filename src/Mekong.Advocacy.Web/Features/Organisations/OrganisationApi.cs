using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>Organisations over HTTP: the commands that the pages send.</summary>
internal static class OrganisationApi
{
    private const int Most = 1000;

    public static void Map(RouteGroupBuilder all)
    {
        all.MapGet("", List).WithName("listOrganisations").Produces<OrganisationPage>();
        all.MapPost("", Register).WithName("registerOrganisation").Produces<CreatedJson>(201).ProducesProblem(409).ProducesProblem(422);
        all.MapPost("/similar", Similar).WithName("findSimilarOrganisations").Produces<IReadOnlyList<SimilarJson>>();
        all.MapGet("/{id:guid}", One).WithName("readOrganisation").Produces<OrganisationStateJson>().ProducesProblem(404);
        all.MapPut("/{id:guid}", (Guid id, OrganisationJson body, AlertApi.Sending send) => send.Now(new DescribeOrganisation(id, body.ToProfile(), body.IsAnother))).WithName("describeOrganisation").Produces(204).ProducesProblem(409).ProducesProblem(422);
        all.MapPost("/{id:guid}/standing", (Guid id, StandingJson body, AlertApi.Sending send) => send.Now(new ChangeStanding(id, body.Standing, body.Reason))).WithName("changeStanding").Produces(204).ProducesProblem(409).ProducesProblem(422);
        all.MapPost("/{id:guid}/focal-points", NameOne).WithName("nameFocalPoint").Produces<CreatedJson>(201).ProducesProblem(422);
        all.MapPut("/{id:guid}/focal-points/{officer:guid}", (Guid id, Guid officer, FocalPointDetails body, AlertApi.Sending send) => send.Now(new NameFocalPoint(id, officer, body))).WithName("describeFocalPoint").Produces(204).ProducesProblem(422);
        all.MapPost("/{id:guid}/focal-points/{officer:guid}/remove", (Guid id, Guid officer, AlertApi.Sending send) => send.Now(new RemoveFocalPoint(id, officer))).WithName("removeFocalPoint").Produces(204).ProducesProblem(404);
        all.MapPost("/{id:guid}/mandates", Grant).WithName("grantMandate").Produces<CreatedJson>(201).ProducesProblem(422);
        all.MapPost("/{id:guid}/mandates/{mandate:guid}/end", (Guid id, Guid mandate, EndJson? body, AlertApi.Sending send) => send.Now(new EndMandate(id, mandate, body?.Until))).WithName("endMandate").Produces(204).ProducesProblem(422);
        all.MapPost("/{id:guid}/vouches", (Guid id, VouchJson body, AlertApi.Sending send) => send.Now(new VouchForOrganisation(id, body.VoucherId, body.OfficerId))).WithName("vouchForOrganisation").Produces(204).ProducesProblem(409).ProducesProblem(422);
        all.MapPost("/{id:guid}/verification", (Guid id, VerificationJson body, AlertApi.Sending send) => send.Now(new VerifyOrganisation(id, body.Means, body.Source))).WithName("verifyOrganisation").Produces(204).ProducesProblem(409).ProducesProblem(422);
        all.MapPost("/{id:guid}/refusal", (Guid id, RefusalReasonJson body, AlertApi.Sending send) => send.Now(new RefuseOrganisation(id, body.Reason))).WithName("refuseOrganisation").Produces(204).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> List(
        OrganisationReads reads, CancellationToken ct, string? search = null, OrganisationStanding? standing = null, OrganisationKind? kind = null, string? country = null,
        Guid? after = null, int limit = 200)
    {
        var most = Math.Clamp(limit, 1, Most);
        var rows = await reads.List(new(search, standing, country, kind), after, most, ct);
        return Results.Ok(new OrganisationPage([.. rows.Select(ListedOrganisationJson.Of)], rows.Count == most ? rows[^1].Id : null));
    }

    private static async Task<IResult> One(
        Guid id, OrganisationReads reads, CurrentActor current, IMediator mediator, IStringLocalizer<Words> words, CancellationToken ct)
    {
        if (await reads.One(id, ct) is not { } row) return Problems.Of([OrganisationRefusals.NoSuchOrganisation], words);
        var open = current.Actor.IsOfTheSecretariat;
        var vouchers = (await reads.History(id, ct)).Where(line => line.What == nameof(OrganisationVouchedFor)).Select(line => line.AboutId!.Value);
        return Results.Ok(new OrganisationStateJson(
            ListedOrganisationJson.Of(row), row.StandingSince, open ? row.StandingReason : null, row.VerifiedBy, open ? row.VerifiedSource : null, [.. vouchers],
            open ? [.. (await mediator.Send(new ReadFocalPoints([id], $"organisation/{id}"), ct)).Select(FocalPointJson.Of)] : null,
            open ? [.. (await reads.Mandates(id, ct)).Select(MandateJson.Of)] : null));
    }

    private static async Task<IResult> Similar(OrganisationJson body, OrganisationReads reads, CancellationToken ct)
    {
        var profile = body.ToProfile().Tidy();
        var found = await reads.Similar([.. profile.Names.Select(name => name.Name)], profile.Acronym, profile.Country, ct);
        return Results.Ok(found.Select(one => new SimilarJson(ListedOrganisationJson.Of(one.Row), one.Likeness, one.IsSame)));
    }

    private static async Task<IResult> Register(OrganisationJson body, IMediator mediator, IStringLocalizer<Words> words, TimeProvider clock, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var answer = await mediator.Send(new RegisterOrganisation(id, body.Standing ?? OrganisationStanding.Pending, body.ToProfile(), body.IsAnother), ct);
        return answer.Or(words, () => Results.Created($"/api/v1/organisations/{id}", new CreatedJson(id)));
    }

    private static async Task<IResult> NameOne(Guid id, FocalPointDetails body, IMediator mediator, IStringLocalizer<Words> words, TimeProvider clock, CancellationToken ct)
    {
        var officer = Guid.CreateVersion7(clock.GetUtcNow());
        var answer = await mediator.Send(new NameFocalPoint(id, officer, body), ct);
        return answer.Or(words, () => Results.Created($"/api/v1/organisations/{id}", new CreatedJson(officer)));
    }

    private static async Task<IResult> Grant(Guid id, GrantJson body, IMediator mediator, IStringLocalizer<Words> words, TimeProvider clock, CancellationToken ct)
    {
        var mandate = Guid.CreateVersion7(clock.GetUtcNow());
        var answer = await mediator.Send(new GrantMandate(id, mandate, body.OfficerId, body.Kind, body.StatementId, body.From, body.Until, body.EvidenceId), ct);
        return answer.Or(words, () => Results.Created($"/api/v1/organisations/{id}", new CreatedJson(mandate)));
    }
}
