using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Where a campaign's messages stand. Sent + failed + suppressed + expired + open = audience, always.</summary>
/// <param name="Delivered">Those of the sent that the carrier confirmed.</param>
public sealed record Counts(
    long Audience, long Queued, long Attempted, long Sent, long Delivered, long Failed, long Suppressed, long Expired)
{
    /// <summary>Rows whose fate is still to come.</summary>
    public long Open => Queued + Attempted;

    public bool AddUp => Audience == Open + Sent + Failed + Suppressed + Expired;
}

/// <summary>One line of the report: how many of a kind.</summary>
public sealed record CountBy(string Channel, string Country, string State, string? Reason, long Count);

/// <summary>Counts the ledger.</summary>
public sealed class DeliveryCounts(ITables tables)
{
    public async Task<Counts> Of(Guid alertId, CancellationToken ct) => (await tables.Query<Counts>("""
        select count(*) as audience,
          count(*) filter (where state = 'queued') as queued,
          count(*) filter (where state = 'attempted') as attempted,
          count(*) filter (where state = 'sent') as sent,
          count(*) filter (where state = 'sent' and delivered_at is not null) as delivered,
          count(*) filter (where state = 'failed') as failed,
          count(*) filter (where state = 'suppressed') as suppressed,
          count(*) filter (where state = 'expired') as expired
        from advocacy.deliveries where alert_id = @alertId
        """, new { alertId }, ct))[0];

    public Task<IReadOnlyList<CountBy>> ByKind(Guid alertId, CancellationToken ct) => tables.Query<CountBy>("""
        select channel, country, state, reason, count(*) as count from advocacy.deliveries where alert_id = @alertId
        group by channel, country, state, reason order by channel, country, state, reason
        """, new { alertId }, ct);
}
