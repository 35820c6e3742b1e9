using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Statements;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>What an organisation has answered to a statement.</summary>
public enum MatrixAnswer { SignedOn, Declined, Invited, NotAsked }

/// <param name="At">When it signed, declined or was last written to.</param>
/// <param name="Channel">By what way it signed.</param>
public sealed record MatrixCell(Guid StatementId, Guid OrganisationId, MatrixAnswer Answer, DateTimeOffset? At = null, SignOnChannel? Channel = null);

/// <summary>Organisations by statements.</summary>
public sealed record Matrix(IReadOnlyList<StatementRow> Statements, IReadOnlyList<OrganisationRow> Organisations, IReadOnlyList<MatrixCell> Known)
{
    private readonly ILookup<(Guid, Guid), MatrixCell> cells = Known.ToLookup(cell => (cell.StatementId, cell.OrganisationId));

    public MatrixCell Cell(StatementRow statement, OrganisationRow organisation) =>
        cells[(statement.Id, organisation.Id)].MinBy(cell => cell.Answer) ?? new(statement.Id, organisation.Id, MatrixAnswer.NotAsked);
}

/// <summary>Reads who has answered what: of statements that are open, or closed not long ago.</summary>
public sealed class MatrixReads(ITables tables)
{
    public static readonly TimeSpan Recent = TimeSpan.FromDays(120);

    /// <param name="statement">Null: all that are open or recent.</param>
    public async Task<Matrix> Read(Guid? statement, string? country, DateTimeOffset now, CancellationToken ct)
    {
        var statements = await tables.Query<StatementRow>("""
            select * from advocacy.statements where opened_at is not null and stage not in ('Cancelled', 'Archived')
              and (@statement::uuid is null and closes_at > @since or id = @statement)
            order by closes_at desc, number desc limit 24
            """, new { statement, since = now - Recent }, ct);
        var ids = statements.Select(row => row.Id).ToArray();
        var organisations = await tables.Query<OrganisationRow>("""
            select * from advocacy.organisations o where (@country::text is null or country = @country)
              and (standing = 'Member' or exists (select from advocacy.sign_ons s where s.endorser_id = o.id and s.statement_id = any(@ids) and s.stage in ('Live', 'Held')))
            order by standing <> 'Member', country, registered_at, id
            """, new { country, ids }, ct);
        var cells = await tables.Query<MatrixCell>("""
            select statement_id, endorser_id as organisation_id, 'SignedOn' as answer, signed_at as at, channel from advocacy.sign_ons
              where statement_id = any(@ids) and kind = 'Organisation' and stage in ('Live', 'Held')
            union all select statement_id, organisation_id, 'Declined', declined_at, null from advocacy.declines where statement_id = any(@ids)
            union all select statement_id, organisation_id, 'Invited', max(sent_at), null from advocacy.invitations
              where statement_id = any(@ids) and sent_at is not null group by statement_id, organisation_id
            """, new { ids }, ct);
        return new(statements, organisations, cells);
    }
}
