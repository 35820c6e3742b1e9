using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// Leases: a worker takes batches that nobody else holds, and rows that were put off and are due; keeps them while it lives, and loses
/// them 20 seconds after it last said so.
/// </summary>
public sealed class Claims(ITables tables)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    // What the worker holds already is left alone, even where a jump of the clock made its lease look old. An alert that is being frozen
    // is left alone too. What was in the hands of a worker that died has perhaps arrived. Which mails those were stands in its last row but for
    // half a second; a text must not go twice, so there it may be any of the batch, and the provider is asked for each.
    private const string TakeBatches = """
        with running as materialized (
          select id from advocacy.alerts where stage = 'Sending' and pg_try_advisory_xact_lock_shared(hashtextextended(id::text, 0))),
        free as (
          select b.id, b.alert_id, b.lease_owner as before, b.first_id, b.last_id from advocacy.delivery_batches b join running on running.id = b.alert_id
          where b.channel = @channel and b.open and (b.lease_until is null or b.lease_until < @settled) and b.id <> all(@held)
          order by b.rank, b.id limit @batches for update of b skip locked),
        doubtful as (
          update advocacy.deliveries d set state = 'attempted', attempted_at = coalesce(f.at, @now)
          from free left join advocacy.in_flight f on f.owner = free.before
          where free.before is not null and d.id between free.first_id and free.last_id and d.state = 'queued'
            and (d.id = any(f.ids) or d.channel = 'sms' and d.alert_id = free.alert_id and d.due_at is null))
        update advocacy.delivery_batches b set lease_owner = @owner, lease_until = @until from free where b.id = free.id returning b.id
        """;

    private const string TakePutOff = """
        with due as (
          select d.id from advocacy.deliveries d
          join advocacy.alerts a on a.id = d.alert_id and a.stage = 'Sending'
          where d.channel = @channel and d.due_at <= @now and d.state in ('queued', 'attempted')
            and (d.lease_until is null or d.lease_until < @now) and d.id <> all(@held)
          order by d.due_at, d.id limit @most for update of d skip locked)
        update advocacy.deliveries d set lease_owner = @owner, lease_until = @until from due where d.id = due.id returning d.id
        """;

    /// <summary>Consent is read with the row: who opted out before is not written to.</summary>
    private const string Rows = """
        select d.id, d.alert_id, d.contact_point_id, d.person_id, p.number, d.channel, d.country, d.language, d.state, d.attempts,
          d.created_at, d.attempted_at, p.address_sealed, v.name_sealed, s.organisation,
          c.withdrawn_at is not null as withdrawn, c.suppressed_at is not null as suppressed
        """;

    // "limit 1" on what is one by its key: looked up row by row, whatever the planner thinks of the size of a batch. It would take a batch
    // for a ninth of the ledger, and read all people for each.
    private const string People = """
        cross join lateral (select x.number, x.address_sealed from advocacy.contact_points x where x.id = d.contact_point_id limit 1) p
        cross join lateral (select x.name_sealed from advocacy.people x where x.id = d.person_id limit 1) v
        cross join lateral (select x.withdrawn_at, x.suppressed_at from advocacy.consents x where x.contact_point_id = d.contact_point_id limit 1) c
        cross join lateral (select x.organisation from advocacy.subscribers x where x.person_id = d.person_id limit 1) s
        """;

    private const string OfBatches = $"""
        {Rows}, b.id as batch
        from advocacy.delivery_batches b
        join advocacy.deliveries d on d.id between b.first_id and b.last_id and d.alert_id = b.alert_id and d.channel = b.channel
          and d.due_at is null and d.state in ('queued', 'attempted')
        {People}
        where b.id = any(@ids) order by d.id
        """;

    private const string OfThemselves = $"{Rows}, 0::bigint as batch from advocacy.deliveries d {People} where d.id = any(@ids) order by d.id";

    /// <param name="batches">At most so many; of rows that were put off, some hundreds.</param>
    /// <param name="settled">Whose lease ran out before this has had its notebook read.</param>
    public async Task<IReadOnlyList<Claimed>> Take(
        string channel, Guid owner, int batches, Holdings holdings, DateTimeOffset now, DateTimeOffset settled, CancellationToken ct)
    {
        var until = now + Lease;
        var single = await tables.Query<long>(TakePutOff, new { channel, owner, most = 500, now, until, held = holdings.Rows }, ct);
        var late = single.Count == 0 ? [] : await tables.Query<Claimed>(OfThemselves, new { ids = single.ToArray() }, ct);
        var taken = await tables.Query<long>(TakeBatches, new { channel, owner, batches, now, settled, until, held = holdings.Batches }, ct);
        var fresh = taken.Count == 0 ? [] : await tables.Query<Claimed>(OfBatches, new { ids = taken.ToArray() }, ct);
        return holdings.Add(taken, [.. late, .. fresh]);
    }

    /// <summary>
    /// Only what is really in hand: what belongs to a claim whose answer got lost runs out and is found again. A row that is being written
    /// at this moment is passed over: waiting for it could wait in a ring.
    /// </summary>
    public async Task Renew(Guid owner, Holdings holdings, DateTimeOffset now, CancellationToken ct)
    {
        await tables.Execute(
            "update advocacy.delivery_batches set lease_until = @until where lease_owner = @owner and id = any(@held)",
            new { owner, held = holdings.Batches, until = now + Lease }, ct);
        await tables.Execute("""
            update advocacy.deliveries set lease_until = @until where id in (
              select id from advocacy.deliveries where lease_owner = @owner and id = any(@held) order by id for update skip locked)
            """, new { owner, held = holdings.Rows, until = now + Lease }, ct);
    }

    /// <summary>Gives batches back: closed where every row of theirs met its fate or was put off, free for anybody where some did not leave.</summary>
    public Task GiveBack(Guid owner, long[] batches, CancellationToken ct) => tables.Execute("""
        update advocacy.delivery_batches b set lease_owner = null, lease_until = null, open = exists (
          select from advocacy.deliveries d where d.id between b.first_id and b.last_id and d.alert_id = b.alert_id and d.channel = b.channel
            and d.due_at is null and d.state in ('queued', 'attempted'))
        where b.id = any(@batches) and b.lease_owner = @owner
        """, new { owner, batches }, ct);

    /// <summary>Gives back all there is, so that others need not wait for leases to run out.</summary>
    public async Task Release(Guid owner, CancellationToken ct)
    {
        await tables.Execute("update advocacy.delivery_batches set lease_owner = null, lease_until = null where lease_owner = @owner", new { owner }, ct);
        await tables.Execute("""
            update advocacy.deliveries set lease_owner = null, lease_until = null
            where due_at is not null and lease_owner = @owner and state = 'queued'
            """, new { owner }, ct);
        await tables.Execute("delete from advocacy.in_flight where owner = @owner and ids = '{}'", new { owner }, ct);
    }
}
