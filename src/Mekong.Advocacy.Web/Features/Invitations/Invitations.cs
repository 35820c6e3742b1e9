using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Keeps who was asked what. Asking twice leaves one row, so that nobody is written to twice.</summary>
public sealed class Invitations(ITables tables)
{
    private sealed record Waiting(Guid Id);

    public async Task<Invitation?> Find(Guid id, CancellationToken ct) => (await tables.Query<Invitation>(
        "select * from advocacy.invitations where id = @id", new { id }, ct)).SingleOrDefault();

    public async Task<Invitation?> Find(long number, CancellationToken ct) => (await tables.Query<Invitation>(
        "select * from advocacy.invitations where number = @number", new { number }, ct)).SingleOrDefault();

    /// <summary>
    /// Writes down whom this concerns: focal points with an address, of organisations for which somebody may sign this statement now. An
    /// invitation is for members that have not answered, a reminder for those that were silent, a revision for whoever signed before it.
    /// </summary>
    public Task Ask(Guid statementId, int version, InvitationKind kind, DateTimeOffset now, CancellationToken ct) => tables.Execute($"""
        insert into advocacy.invitations (id, statement_id, organisation_id, officer_id, version, kind, asked_at)
        select gen_random_uuid(), @statementId, f.organisation_id, f.id, @version, @kind, @now
        from advocacy.focal_points f join advocacy.organisations o on o.id = f.organisation_id
        where f.removed_at is null and f.email_sealed is not null
          and exists (select from advocacy.mandates m where m.organisation_id = o.id and m.begins_at <= @now
            and (m.ends_at is null or m.ends_at > @now) and (m.kind <> 'Statement' or m.statement_id = @statementId))
          and {Concerns(kind)}
        order by o.registered_at, o.id, f.named_at, f.id
        on conflict do nothing
        """, new { statementId, version, kind = kind.ToString(), now }, ct);

    private static string Concerns(InvitationKind kind) => kind switch
    {
        InvitationKind.Revision => "o.standing in ('Member', 'Verified') and " + Signed("and s.stage in ('Live', 'Held') and s.version < @version"),
        InvitationKind.Reminder => $"o.standing = 'Member' and not {Signed("and s.stage <> 'Refused'")} and not {Declined}",
        _ => $"o.standing = 'Member' and not {Signed("and s.stage in ('Live', 'Held')")} and not {Declined}",
    };

    private static string Signed(string how) => $"exists (select from advocacy.sign_ons s where s.statement_id = @statementId and s.endorser_id = o.id {how})";

    private const string Declined = "exists (select from advocacy.declines d where d.statement_id = @statementId and d.organisation_id = o.id)";

    /// <summary>Those that are written down and neither sent nor given up.</summary>
    public async Task<IReadOnlyList<Guid>> Open(Guid statementId, CancellationToken ct) => [.. (await tables.Query<Waiting>(
        "select id from advocacy.invitations where statement_id = @statementId and sent_at is null and withheld is null order by number", new { statementId }, ct)).Select(row => row.Id)];

    public Task Sent(Guid id, DateTimeOffset at, CancellationToken ct) =>
        tables.Execute("update advocacy.invitations set sent_at = coalesce(sent_at, @at) where id = @id", new { id, at }, ct);

    public Task Withhold(Guid id, string why, CancellationToken ct) =>
        tables.Execute("update advocacy.invitations set withheld = @why where id = @id and sent_at is null", new { id, why }, ct);

    public Task Replied(Guid id, string reply, DateTimeOffset at, CancellationToken ct) =>
        tables.Execute("update advocacy.invitations set reply = @reply, replied_at = @at where id = @id", new { id, reply, at }, ct);
}
