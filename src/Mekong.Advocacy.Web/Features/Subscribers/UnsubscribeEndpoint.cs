using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>Finds whose contact point an opt-out link stands for.</summary>
public sealed record OptOutTarget(Guid PersonId, Guid ContactPointId, string Channel);

/// <summary>
/// RFC 8058 one-click: POST without cookie, login or redirect, as often as one likes. Reading the link (Features/Subscribers/Unsubscribe)
/// changes nothing, because mail scanners follow links.
/// </summary>
internal static class UnsubscribeEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/u/{token}", OptOut).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    public static async Task<OptOutTarget?> Target(string token, Links links, ITables tables, CancellationToken ct) =>
        links.Read(Links.OptOut, token) is { } number
            ? (await tables.Query<OptOutTarget>(
                "select person_id, id as contact_point_id, channel from advocacy.contact_points where number = @number", new { number }, ct)).SingleOrDefault()
            : null;

    private static async Task<IResult> OptOut(string token, Links links, ITables tables, IMediator mediator, CancellationToken ct)
    {
        if (await Target(token, links, tables, ct) is not { } target) return Results.NotFound();
        await mediator.Send(new WithdrawConsent(target.PersonId, target.ContactPointId, "one-click"), ct);
        return Results.Text("OK", "text/plain");
    }
}
