using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Today;

/// <summary>What a statement waits for.</summary>
/// <param name="Why">The end of a key "today.waits.…".</param>
/// <param name="Count">Of what waits, where it is counted.</param>
/// <param name="At">Since when; of a closing: the hour.</param>
public sealed record StatementWaiting(Guid Id, string Name, string Why, int Count, DateTimeOffset At, string? Zone)
{
    /// <summary>Where it is done.</summary>
    internal string Place => $"/workspace/statements/{Id}" + Why switch
    {
        "offers" or "held" => "/sign-ons",
        "packages" or "hand-over" or "failed" => "/delivery",
        _ => "",
    };
}

/// <summary>An open statement with how many have signed.</summary>
public sealed record StatementOpenNow(Guid Id, string Name, int Organisations, int Individuals, DateTimeOffset ClosesAt, string Zone);

/// <summary>Reads what the first page shows of statements.</summary>
internal static class StatementsToday
{
    private const string WaitingSql = """
        with written as (
          select statement_id, bool_or(actor = @me) as mine, bool_and(actor = 'system') as nobodys from advocacy.statement_history
          where what in ('StatementDrafted', 'StatementEdited', 'StatementRevisionProposed', 'CourtesyTextAdded') group by statement_id),
        waits as (
          select s.id, 'approval' as why, 0 as count, s.changed_at as at from advocacy.statements s left join written w on w.statement_id = s.id
            where @approves and not coalesce(w.mine, false)
              and (s.stage = 'Frozen' or s.stage in ('Open', 'Suspended') and s.proposed is not null
                or s.stage in ('Open', 'Suspended', 'Closed', 'Delivered', 'Answered') and not s.approved @> s.languages)
          union all
          select s.id, 'draft', 0, s.changed_at from advocacy.statements s join written w on w.statement_id = s.id where s.stage = 'Draft' and (w.mine or w.nobodys and @coordinates)
          union all
          select id, 'closing', 0, closes_at from advocacy.statements where @coordinates and stage = 'Open' and closes_at > @now and closes_at <= @soon
          union all
          select o.statement_id, case o.stage when 'Held' then 'held' else 'offers' end, count(*)::int, min(o.changed_at)
            from advocacy.sign_ons o join advocacy.statements s on s.id = o.statement_id
            where @coordinates and (o.stage = 'Held' and s.stage in ('Open', 'Suspended', 'Closed', 'Delivered') or o.stage = 'Pending' and s.stage in ('Open', 'Suspended'))
            group by o.statement_id, o.stage
          union all
          select s.id, 'packages', 0, s.closed_at from advocacy.statements s
            where @coordinates and s.stage = 'Closed' and not exists (select from advocacy.handovers h where h.statement_id = s.id)
          union all
          select h.statement_id, case when h.arrived is null then 'hand-over' else 'failed' end, count(*)::int, min(h.at)
            from advocacy.handovers h join advocacy.statements s on s.id = h.statement_id
            where @coordinates and h.arrived is distinct from true and s.stage in ('Closed', 'Delivered', 'Answered')
            group by h.statement_id, h.arrived)
        select s.id, s.name, w.why, w.count, w.at, s.zone from waits w join advocacy.statements s on s.id = w.id order by w.at desc limit 30
        """;

    public static Task<IReadOnlyList<StatementWaiting>> Waiting(ITables tables, Actor actor, DateTimeOffset now, CancellationToken ct) => tables.Query<StatementWaiting>(
        WaitingSql,
        new { me = actor.Name, approves = actor.May([Role.Approver]), coordinates = actor.May([Role.Coordinator]), now, soon = now + StatementRow.ClosingSoon }, ct);

    public static Task<IReadOnlyList<StatementOpenNow>> Open(ITables tables, DateTimeOffset now, CancellationToken ct) => tables.Query<StatementOpenNow>("""
        select s.id, s.name, (count(*) filter (where o.kind = 'Organisation'))::int as organisations, (count(*) filter (where o.kind = 'Individual'))::int as individuals, s.closes_at, s.zone
        from advocacy.statements s left join advocacy.sign_ons o on o.statement_id = s.id and o.stage in ('Live', 'Held')
        where s.stage = 'Open' and s.closes_at > @now group by s.id order by s.closes_at limit 10
        """, new { now }, ct);
}
