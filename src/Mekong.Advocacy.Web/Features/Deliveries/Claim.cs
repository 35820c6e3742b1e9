using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>A row of the ledger in a worker's hands, with what is needed to write the message.</summary>
/// <param name="State">"queued", or "attempted" when an earlier hand-over ended without an answer.</param>
public sealed record Claimed(
    long Id, Guid AlertId, Guid ContactPointId, Guid PersonId, long Number, string Channel, string Country, string Language,
    string State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? AttemptedAt,
    byte[] AddressSealed, byte[] NameSealed, string? Organisation, bool Withdrawn, bool Suppressed);

/// <summary>
/// Leases: a worker takes rows that are due and nobody else holds, keeps them while it lives, and loses them 20 seconds after it
/// last said so.
/// </summary>
public sealed class Claims(ITables tables)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>Consent is read in this statement: who opted out before it is not written to.</summary>
    private const string ClaimSql = """
        with due as (
          select d.id from advocacy.deliveries d
          join advocacy.alerts a on a.id = d.alert_id and a.stage = 'Sending'
          where d.channel = @channel and d.state in ('queued', 'attempted') and d.due_at <= @now
            and (d.lease_until is null or d.lease_until < @now) and d.id <> all(@held)
          order by d.due_at, d.id limit @most for update of d skip locked),
        taken as (
          update advocacy.deliveries d set lease_owner = @owner, lease_until = @until from due where d.id = due.id returning d.*)
        select t.id, t.alert_id, t.contact_point_id, t.person_id, p.number, t.channel, t.country, t.language, t.state, t.attempts,
          t.created_at, t.attempted_at, p.address_sealed, v.name_sealed, s.organisation,
          c.withdrawn_at is not null as withdrawn, c.suppressed_at is not null as suppressed
        from taken t
        join advocacy.contact_points p on p.id = t.contact_point_id
        join advocacy.people v on v.id = t.person_id
        join advocacy.consents c on c.contact_point_id = t.contact_point_id
        join advocacy.subscribers s on s.person_id = t.person_id
        order by t.due_at, t.id
        """;

    /// <summary>What the worker holds already is left alone, even where a jump of the clock made its lease look old.</summary>
    public async Task<IReadOnlyList<Claimed>> Take(string channel, Guid owner, int most, Holdings holdings, DateTimeOffset now, CancellationToken ct)
    {
        var taken = await tables.Query<Claimed>(ClaimSql, new { channel, owner, most, now, until = now + Lease, held = holdings.Ids }, ct);
        foreach (var row in taken) holdings.Add(row.Id);
        return taken;
    }

    /// <summary>
    /// Only what is really in hand: rows of a claim whose answer got lost run out and are found again. A row that is being written at this
    /// moment is passed over: waiting for it could wait in a ring.
    /// </summary>
    public Task Renew(Guid owner, Holdings holdings, DateTimeOffset now, CancellationToken ct) => tables.Execute("""
        update advocacy.deliveries set lease_until = @until where id in (
          select id from advocacy.deliveries where lease_owner = @owner and id = any(@held) order by id for update skip locked)
        """, new { owner, held = holdings.Ids, until = now + Lease }, ct);

    /// <summary>Gives back what was not begun, so that others need not wait for the lease to run out.</summary>
    public Task Release(Guid owner, CancellationToken ct) => tables.Execute(
        "update advocacy.deliveries set lease_owner = null, lease_until = null where lease_owner = @owner and state = 'queued'", new { owner }, ct);
}
