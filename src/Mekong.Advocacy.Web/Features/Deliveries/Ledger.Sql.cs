namespace Mekong.Advocacy.Web.Features.Deliveries;

internal sealed partial class Ledger
{
    // A row that has met its fate keeps it; one that was ended with its country while it was under way takes the answer that it got after all.
    // Whatever leaves it open needs the lease, its own or its batch's. Before a message leaves it is asked once more whether it may: the
    // campaign is running and nobody has opted out since the claim. (Not "exists": that may be planned as a hash over everybody's consents,
    // which costs more than the rest together. And "(select @ids)": where the planner does not see how many notes there are, one plan serves
    // all statements, and is made once.)
    private const string WriteSql = $"""
        with n as materialized (
          select *, state = 'attempted' and due_at is null as attempt
          from unnest((select @ids), (select @batches), (select @states), (select @reasons), (select @replies), (select @dues),
              (select @counted), (select @providers), (select @parts))
            as u (id, batch, state, reason, reply, due_at, counted, provider_id, parts)),
        told as (
          update advocacy.deliveries d set
            state = n.state, reason = n.reason, reply = coalesce(n.reply, d.reply), attempts = d.attempts + n.counted,
            provider_id = coalesce(n.provider_id, d.provider_id), parts = coalesce(n.parts, d.parts),
            due_at = case when n.attempt then d.due_at else n.due_at end,
            attempted_at = case when n.attempt then @now when n.counted = 1 then coalesce(d.attempted_at, @now) else d.attempted_at end,
            settled_at = case when n.state in ('queued', 'attempted') then null else @now end,
            lease_owner = case when n.attempt then d.lease_owner end,
            lease_until = case when n.attempt then d.lease_until end
          from n
          where d.id = n.id and n.state <> '{Note.InFlight}'
            and (d.state in ('queued', 'attempted') or d.state = 'failed' and d.attempted_at is null and n.counted = 1)
            and (n.state not in ('queued', 'attempted') or d.lease_owner = @owner or d.due_at is null and n.batch in ({Leased}))
            and (not n.attempt or {MayLeave})
          returning d.id),
        leaving as (
          select d.id from n join advocacy.deliveries d on d.id = n.id
          where n.state = '{Note.InFlight}' and d.state in ('queued', 'attempted') and d.due_at is null and n.batch in ({Leased}) and {MayLeave}),
        in_flight as (
          insert into advocacy.in_flight (owner, ids, at) select @owner, @kept || array(select id from leaving), @now
          on conflict (owner) do update set ids = excluded.ids, at = excluded.at)
        select id from told union all select id from leaving
        """;

    private const string Leased = "select b.id from advocacy.delivery_batches b where b.lease_owner = @owner";

    private const string MayLeave = """
        (d.alert_id in (select a.id from advocacy.alerts a where a.stage = 'Sending')
            and (select c.withdrawn_at is null and c.suppressed_at is null from advocacy.consents c where c.contact_point_id = d.contact_point_id))
        """;
}
