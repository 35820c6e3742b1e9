using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>An organisation that is like another, and in what.</summary>
public sealed record SimilarOrganisation(OrganisationRow Row, Likeness Likeness)
{
    /// <summary>The same name in the same country; anything else is a "perhaps".</summary>
    public bool IsSame => Likeness == Likeness.SameName;
}

/// <summary>Which organisations a list shows.</summary>
/// <param name="Search">Part of a name in any script, or of an acronym.</param>
public sealed record OrganisationFilter(string? Search = null, OrganisationStanding? Standing = null, string? Country = null, OrganisationKind? Kind = null);

/// <summary>Somebody with a general mandate.</summary>
public sealed record Spokesperson(Guid OrganisationId, Guid OfficerId);

/// <summary>Looks organisations up.</summary>
public sealed class OrganisationReads(ITables tables)
{
    public async Task<OrganisationRow?> One(Guid id, CancellationToken ct) =>
        await tables.Query<OrganisationRow>("select * from advocacy.organisations where id = @id", new { id }, ct) is [var row] ? row : null;

    public Task<IReadOnlyList<OrganisationRow>> Some(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        tables.Query<OrganisationRow>("select * from advocacy.organisations where id = any(@ids)", new { ids = ids.ToArray() }, ct);

    /// <summary>Full members, those who may sign, in the order in which they came.</summary>
    public Task<IReadOnlyList<OrganisationRow>> Members(CancellationToken ct) =>
        tables.Query<OrganisationRow>("select * from advocacy.organisations where standing = 'Member' order by registered_at, id", null, ct);

    /// <summary>In the order of ids, which is that of registration; ask for more with the last id.</summary>
    public Task<IReadOnlyList<OrganisationRow>> List(OrganisationFilter filter, Guid? after, int most, CancellationToken ct)
    {
        var key = NameKey.OfSearch(filter.Search ?? "");
        if (key.Length == 0 && !string.IsNullOrWhiteSpace(filter.Search)) return Task.FromResult<IReadOnlyList<OrganisationRow>>([]);
        return tables.Query<OrganisationRow>("""
            select * from advocacy.organisations
            where (@after::uuid is null or id > @after)
              and (@key = '' or strpos(lower(coalesce(acronym, '')), @key) > 0 or exists (select from unnest(name_keys) k where strpos(k, @key) > 0))
              and (@standing::text is null or standing = @standing) and (@kind::text is null or kind = @kind) and (@country::text is null or country = @country)
            order by id limit @most
            """, new { after, key, standing = filter.Standing?.ToString(), kind = filter.Kind?.ToString(), country = filter.Country, most }, ct);
    }

    /// <summary>
    /// Those that are the same or perhaps the same, the likest first. Every organisation is looked at, but for those that were refused:
    /// tens of thousands take a fraction of a second.
    /// </summary>
    /// <param name="except">The organisation itself, where it is registered already.</param>
    public async Task<IReadOnlyList<SimilarOrganisation>> Similar(
        IReadOnlyList<string> names, string? acronym, string country, CancellationToken ct, Guid? except = null)
    {
        var print = new OrganisationPrint(names, acronym, country);
        var rows = await tables.Query<OrganisationRow>(
            "select * from advocacy.organisations where standing <> 'Refused' and (@except::uuid is null or id <> @except)", new { except }, ct);
        return [.. rows
            .Select(row => (row, likeness: print.Compare(new OrganisationPrint(row.Names, row.Acronym, row.Country, row.NameKeys))))
            .Where(pair => pair.likeness is not null)
            .Select(pair => new SimilarOrganisation(pair.row, pair.likeness!.Value))
            .OrderBy(similar => similar.Likeness).ThenBy(similar => similar.Row.Id)];
    }

    /// <summary>The name in the reader's language, else in English, else the first.</summary>
    public static OrganisationName Name(OrganisationRow row, string language)
    {
        var at = Array.IndexOf(row.NameLanguages, language);
        if (at < 0) at = Math.Max(0, Array.IndexOf(row.NameLanguages, Language.English));
        return new(row.NameLanguages[at], row.Names[at]);
    }

    public Task<IReadOnlyList<OrganisationRow>> Branches(Guid id, CancellationToken ct) =>
        tables.Query<OrganisationRow>("select * from advocacy.organisations where parent_id = @id order by id", new { id }, ct);

    public Task<IReadOnlyList<MandateRow>> Mandates(Guid id, CancellationToken ct) =>
        tables.Query<MandateRow>("select * from advocacy.mandates where organisation_id = @id order by begins_at desc, id", new { id }, ct);

    /// <summary>Officers of full members who may speak for them at this moment on anything, e.g. vouch.</summary>
    public Task<IReadOnlyList<Spokesperson>> Spokespeople(DateTimeOffset at, CancellationToken ct) => tables.Query<Spokesperson>("""
        select distinct m.organisation_id, m.officer_id from advocacy.mandates m join advocacy.organisations o on o.id = m.organisation_id
        where o.standing = 'Member' and m.kind <> 'Statement' and m.begins_at <= @at and (m.ends_at is null or m.ends_at > @at)
        """, new { at }, ct);

    public Task<IReadOnlyList<OrganisationHistoryRow>> History(Guid id, CancellationToken ct) =>
        tables.Query<OrganisationHistoryRow>("select * from advocacy.organisation_history where organisation_id = @id order by position", new { id }, ct);
}
