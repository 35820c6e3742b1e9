using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// The provider's later word on a text. Its signature and our own token in the URL must both be right; words may repeat, come late or
/// before our own note of the hand-over, and never move a status backwards.
/// </summary>
internal static class StatusCallback
{
    private sealed record Standing(Guid AlertId, Guid ContactPointId, Guid PersonId, string State, string? ProviderStatus, string? ProviderId);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/hooks/sms/{token}", Receive).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> Receive(
        string token, HttpRequest request, ISmsTransport transport, Links links, ITables tables, Aftermath aftermath, AdvocacySettings settings, TimeProvider clock)
    {
        var ct = request.HttpContext.RequestAborted;
        if (!request.HasFormContentType) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = await request.ReadFormAsync(ct);
        var pairs = form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).ToList();
        var url = new Uri(settings.PublicUrl, request.Path + request.QueryString.Value).AbsoluteUri;
        if (links.Read(Links.Status, token) is not { } id || transport.ReadReport(url, pairs, request.Headers["X-Twilio-Signature"]) is not { } report)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        while (!await Take(id, report, tables, aftermath, clock, ct)) { } // somebody wrote between our reading and writing
        return Results.NoContent();
    }

    private static async Task<bool> Take(long id, SmsReport report, ITables tables, Aftermath aftermath, TimeProvider clock, CancellationToken ct)
    {
        var standing = (await tables.Query<Standing>("""
            select alert_id, contact_point_id, person_id, state, provider_status, provider_id from advocacy.deliveries where id = @id
            """, new { id }, ct)).SingleOrDefault();
        if (standing is null || standing.ProviderId is not null && standing.ProviderId != report.ProviderId) return true;
        if (standing.ProviderStatus is { } was && !SmsStatuses.Supersedes(Enum.Parse<SmsStatus>(was), report.Status)) return true;
        if (report.Fate is { } fate)
            await aftermath.Follow(standing.ContactPointId, standing.PersonId, standing.AlertId, fate, report.Error ?? "", "status callback");
        var failed = report.Status is SmsStatus.Failed or SmsStatus.Undelivered or SmsStatus.Canceled;
        return await tables.Execute("""
            update advocacy.deliveries set provider_status = @status, provider_id = @providerId,
              state = case when state = 'expired' or state = 'suppressed' then state when @failed then 'failed' else 'sent' end,
              reason = case when @failed then @error else null end,
              settled_at = coalesce(settled_at, @now), due_at = null, lease_owner = null, lease_until = null,
              delivered_at = case when @delivered then coalesce(delivered_at, @now) else delivered_at end
            where id = @id and provider_status is not distinct from @was and state = @state
            """, new
        {
            id,
            status = report.Status.ToString(),
            report.ProviderId,
            failed,
            error = report.Error ?? report.Status.ToString(),
            now = clock.GetUtcNow(),
            delivered = report.Status is SmsStatus.Delivered or SmsStatus.Read,
            was = standing.ProviderStatus,
            state = standing.State,
        }, ct) == 1;
    }
}
