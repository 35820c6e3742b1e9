using System.Security;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>
/// Texts that come in: the provider's signature must be right, and each is answered once, however often the provider asks. Words by which
/// somebody stops or asks for help are the provider's to answer, and begin with none of ours.
/// </summary>
internal static class InboundText
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/hooks/sms/in", Receive).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> Receive(HttpRequest request, ISmsTransport transport, TextedSignOns signOns, ITables tables, AdvocacySettings settings, TimeProvider clock)
    {
        var ct = request.HttpContext.RequestAborted;
        if (!request.HasFormContentType) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = await request.ReadFormAsync(ct);
        var pairs = form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).ToList();
        var url = new Uri(settings.PublicUrl, request.Path + request.QueryString.Value).AbsoluteUri;
        if (transport.ReadText(url, pairs, request.Headers["X-Twilio-Signature"]) is not { } text) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!await Claim(text.ProviderId, tables, clock.GetUtcNow(), ct)) return Say(null);
        var answer = await signOns.Take(text, ct);
        await tables.Execute("update advocacy.received_texts set answered_at = @now where provider_id = @ProviderId", new { now = clock.GetUtcNow(), text.ProviderId }, ct);
        return Say(answer);
    }

    /// <summary>False when it is answered already, or somebody is at it; what was begun and never answered is taken up again.</summary>
    private static async Task<bool> Claim(string providerId, ITables tables, DateTimeOffset now, CancellationToken ct) => await tables.Execute("""
        insert into advocacy.received_texts as r (provider_id, received_at) values (@providerId, @now)
        on conflict (provider_id) do update set received_at = excluded.received_at where r.answered_at is null and r.received_at < @late
        """, new { providerId, now, late = now - Patience }, ct) > 0;

    private static IResult Say(string? words) => Results.Text(
        words is null ? "<Response/>" : $"<Response><Message>{SecurityElement.Escape(words.Replace("\u200B", "", StringComparison.Ordinal))}</Message></Response>", "text/xml");
}
