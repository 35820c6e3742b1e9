using System.Globalization;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>A running campaign in which messages fail, counted since it began or a person last resumed it.</summary>
/// <param name="Settled">Sent and failed; counted no further than the decision needs.</param>
public sealed record Failing(Guid Id, long Failed, long Settled, string? Mostly)
{
    private const int Enough = 50, EnoughOfFew = 20, ManyOfFew = 5;

    // A closed route has ended its country already (its untried rows failed with it); that is no reason to stop the others.
    private const string Sql = """
        select a.id, f.failed, (
            select count(*) from (
              select from advocacy.deliveries d
              where d.alert_id = a.id and d.state in ('sent', 'failed') and d.attempts > 0 and d.settled_at >= coalesce(a.sending_since, a.changed_at)
              limit greatest(@enough, ceil(f.failed / @share)::bigint + 1)) settled) as settled, f.mostly
        from advocacy.alerts a cross join lateral (
          select sum(n)::bigint as failed, (array_agg(reason order by n desc))[1] as mostly from (
            select reason, count(*) as n from advocacy.deliveries d
            where d.alert_id = a.id and d.reason is not null and d.state = 'failed' and d.settled_at >= coalesce(a.sending_since, a.changed_at)
            group by channel, country, reason having bool_and(attempts > 0)) kinds) f
        where a.stage = 'Sending' and f.failed > 0
          and (exists (select from advocacy.delivery_batches b where b.alert_id = a.id and b.open)
            or exists (select from advocacy.deliveries d where d.alert_id = a.id and d.due_at is not null))
        """;

    public string Detail => string.Create(CultureInfo.InvariantCulture, $"{Failed} of {Settled} failed, mostly {Mostly ?? "unknown"}");

    public static Task<IReadOnlyList<Failing>> Campaigns(ITables tables, double share, CancellationToken ct) =>
        tables.Query<Failing>(Sql, new { share, enough = Enough }, ct);

    /// <summary>Few messages prove nothing: the share counts from fifty on, or from twenty on where five have failed.</summary>
    public bool TooMuch(double share) =>
        share > 0 && Failed >= share * Settled && (Settled >= Enough || Settled >= EnoughOfFew && Failed >= ManyOfFew);
}
