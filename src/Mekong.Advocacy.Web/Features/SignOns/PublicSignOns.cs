using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Features.Statements.Public;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <param name="Names">By language, as the organisation writes them.</param>
/// <param name="WithdrewAt">After the delivery, with the reason it gave.</param>
public sealed record PublicSignOnJson(IReadOnlyDictionary<string, string> Names, string Country, DateTimeOffset SignedAt, DateTimeOffset? WithdrewAt, string? Reason);

/// <summary>Who signed, as the public page shows it: who is sealed is a number.</summary>
/// <param name="Pages">Of at most 100 lines each.</param>
public sealed record PublicSignOnsJson(int Organisations, int Individuals, int Sealed, int Page, int Pages, IReadOnlyList<PublicSignOnJson> Items);

public sealed record ConfirmJson(string? Token);

/// <summary>What needs no account over HTTP: reading the public list, and confirming a sign-on by the token that was mailed.</summary>
internal static class PublicSignOns
{
    public static void Map(RouteGroupBuilder statements, RouteGroupBuilder signOns)
    {
        statements.MapGet("/{id:guid}/sign-ons", List).AllowAnonymous().WithName("listSignOns").Produces<PublicSignOnsJson>().ProducesProblem(404)
            .WithMetadata(new PublicPageAttribute("statement", "sign-on"));
        signOns.MapPost("/{id:guid}/confirm", Confirm).AllowAnonymous().WithName("confirmSignOn").Produces(204).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> List(Guid id, PublicReads reads, Endorsers endorsers, CancellationToken ct, int page = 1)
    {
        if (page < 1 || await reads.One(id, ct) is null) return Results.NotFound();
        var counts = await endorsers.Count(id, ct);
        var items = await endorsers.Page(id, page, ct);
        return Results.Ok(new PublicSignOnsJson(
            counts.Organisations, counts.Individuals, counts.Sealed, page, (counts.Listed + Endorsers.PerPage - 1) / Endorsers.PerPage,
            [.. items.Select(one => new PublicSignOnJson(one.Written.ToDictionary(name => name.Language, name => name.Name), one.Country, one.FirstAt, one.WithdrewAt, one.Reason))]));
    }

    /// <summary>The token is what was mailed: it says by itself which sign-on it confirms.</summary>
    private static async Task<IResult> Confirm(Guid id, ConfirmJson body, Offers offers, Deliveries.Links links, IMediator mediator, IStringLocalizer<Words> words, CancellationToken ct)
    {
        var isOurs = links.Read(Offers.Purpose, body.Token ?? "") is { } number && await offers.Find(number, ct) is { } offer && offer.SignOnId == id;
        if (!isOurs) return Problems.Of([OfferRefusals.LinkSpent], words);
        return (await mediator.Send(new VerifySignOn(body.Token!), ct)).Or(words, Results.NoContent);
    }
}
