using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>One row of the ledger as the API tells it: ids and fate, no address.</summary>
public sealed record DeliveryJson(
    long Id, Guid ContactPointId, string Channel, string Country, string? Language, string State, string? Reason, string? Reply,
    int Attempts, DateTimeOffset? AttemptedAt, DateTimeOffset? SettledAt, DateTimeOffset? DeliveredAt, string? ProviderId, string? ProviderStatus);

/// <summary>A page of the ledger; ask for the next with after.</summary>
public sealed record DeliveryPage(IReadOnlyList<DeliveryJson> Items, long? After);

/// <summary>Reads alerts for the API.</summary>
internal static class AlertReads
{
    public static async Task<IResult> List(ITables tables, CancellationToken ct) =>
        Results.Ok(await tables.Query<AlertRow>("select * from advocacy.alerts order by drafted_at desc limit 200", null, ct));

    public static async Task<IResult> One(
        Guid id, Decider decider, DeliveryCounts counting, TextStates states, ITables tables, IStringLocalizer<Words> words, CancellationToken ct)
    {
        var (alert, _) = await decider.Load(Alert.Fold, id, ct);
        if (alert.Content is null) return Problems.Of([AlertRefusals.NoSuchAlert], words);
        var row = (await tables.Query<AlertRow>("select * from advocacy.alerts where id = @id", new { id }, ct))[0];
        return Results.Ok(new AlertStateJson(
            id, alert.Stage, alert.Content.Hash, row.At, row.Zone, row.PauseDetail, await counting.Of(id, ct), AlertJson.From(alert.Content))
        {
            TextStates = (await states.Now(id, ct)).ToDictionary(
                text => text.Language, text => new TextStateJson(text.State, text.TextHash, text.ReviewedAt, text.Standing?.ReviewerId)),
        });
    }

    public static async Task<IResult> Deliveries(
        Guid id, ITables tables, IStringLocalizer<Words> words, CancellationToken ct, long after = 0, int limit = 100, string? state = null)
    {
        if ((await tables.Query<int>("select 1 from advocacy.alerts where id = @id", new { id }, ct)).Count == 0) return Problems.Of([AlertRefusals.NoSuchAlert], words);
        var most = Math.Clamp(limit, 1, 1000);
        var items = await tables.Query<DeliveryJson>("""
            select id, contact_point_id, channel, country, language, state, reason, reply, attempts, attempted_at, settled_at, delivered_at,
              provider_id, provider_status
            from advocacy.deliveries where alert_id = @id and id > @after and (@state::text is null or state = @state) order by id limit @most
            """, new { id, after, most, state }, ct);
        return Results.Ok(new DeliveryPage(items, items.Count == most ? items[^1].Id : null));
    }
}
