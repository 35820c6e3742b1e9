using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Alerts.Reporting;

/// <summary>The ledger as a file: ids and fates, no address, however long it is.</summary>
internal static class LedgerCsv
{
    private const int Page = 5000;

    private static readonly object[] Header =
        ["id", "contact_point", "channel", "country", "language", "state", "reason", "reply", "attempts", "attempted_at", "settled_at", "delivered_at", "provider_id", "provider_status"];

    public static async Task Write(ITables tables, Guid id, Stream to, CancellationToken ct)
    {
        await to.WriteAsync(ReportCsv.Of([Header]), ct);
        for (long? after = 0; after is not null;)
        {
            var rows = await tables.Query<DeliveryJson>("""
                select id, contact_point_id, channel, country, language, state, reason, reply, attempts, attempted_at, settled_at, delivered_at,
                  provider_id, provider_status
                from advocacy.deliveries where alert_id = @id and id > @after order by id limit @Page
                """, new { id, after, Page }, ct);
            await to.WriteAsync(ReportCsv.Of(rows.Select(Line), mark: false), ct);
            after = rows.Count == Page ? rows[^1].Id : null;
        }
    }

    private static object?[] Line(DeliveryJson row) =>
    [
        row.Id, row.ContactPointId, row.Channel, row.Country, row.Language, row.State, row.Reason, row.Reply, row.Attempts,
        row.AttemptedAt, row.SettledAt, row.DeliveredAt, row.ProviderId, row.ProviderStatus,
    ];
}
