using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Where the messages of one channel to one country stand.</summary>
/// <param name="Recent">Settled by the other side's answer within the last half minute.</param>
/// <param name="Handled">The same since sending began or was resumed.</param>
/// <param name="Quiet">Held back by quiet hours, of which the first end at <paramref name="QuietUntil"/>.</param>
/// <param name="Paced">Held back by a limit per second.</param>
/// <param name="Deferred">Put off by the other side; the first is tried again at <paramref name="AgainAt"/>.</param>
public sealed record ProgressCount(
    string Channel, string Country, long Audience, long Queued, long Attempted, long Sent, long Failed, long Suppressed, long Expired,
    long Recent, long Handled, long Quiet, DateTimeOffset? QuietUntil, long Paced, long Deferred, DateTimeOffset? AgainAt, DateTimeOffset? LastSettled);

/// <summary>Counts the ledger for the progress of one alert: one pass over its rows.</summary>
internal static class ProgressCounts
{
    private const string Sql = """
        select channel, country, count(*) as audience,
          count(*) filter (where state = 'queued') as queued,
          count(*) filter (where state = 'attempted') as attempted,
          count(*) filter (where state = 'sent') as sent,
          count(*) filter (where state = 'failed') as failed,
          count(*) filter (where state = 'suppressed') as suppressed,
          count(*) filter (where state = 'expired') as expired,
          count(*) filter (where settled_at > @recent and attempts > 0) as recent,
          count(*) filter (where settled_at >= @since and attempts > 0) as handled,
          count(*) filter (where state = 'queued' and due_at > @now and reason = 'quiet-hours') as quiet,
          min(due_at) filter (where state = 'queued' and due_at > @now and reason = 'quiet-hours') as quiet_until,
          count(*) filter (where state = 'queued' and reason = 'pace') as paced,
          count(*) filter (where state in ('queued', 'attempted') and due_at > @now and attempts > 0 and reason not in ('quiet-hours', 'pace')) as deferred,
          min(due_at) filter (where state in ('queued', 'attempted') and due_at > @now and attempts > 0 and reason not in ('quiet-hours', 'pace')) as again_at,
          max(settled_at) as last_settled
        from advocacy.deliveries where alert_id = @alertId group by channel, country
        """;

    public static Task<IReadOnlyList<ProgressCount>> Of(ITables tables, Guid alertId, DateTimeOffset since, DateTimeOffset now, CancellationToken ct)
    {
        var recent = now - Progress.Window;
        return tables.Query<ProgressCount>(Sql, new { alertId, now, since, recent = recent > since ? recent : since }, ct);
    }
}
