using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>One organisation on the public list: its names as it writes them.</summary>
/// <param name="WithdrewAt">After the delivery; the list that was delivered stays as it is.</param>
public sealed record PublicEndorser(string[] NameLanguages, string[] Names, string Country, DateTimeOffset FirstAt, DateTimeOffset? WithdrewAt, string? Reason)
{
    public IEnumerable<(string Language, string Name)> Written => NameLanguages.Zip(Names);
}

/// <summary>How many signed.</summary>
/// <param name="Sealed">Organisations that are counted and named to nobody but the addressee.</param>
/// <param name="Listed">Lines of the public list, those who withdrew after the delivery included.</param>
/// <param name="Invalidated">Found false and taken off, one way or the other.</param>
public sealed record PublicCounts(int Organisations, int Individuals, int Sealed, int Listed, int Invalidated, DateTimeOffset? First, DateTimeOffset? Last);

/// <summary>How many of those who are named are at home in a country.</summary>
public sealed record CountryCount(string Country, int Count);

/// <summary>
/// Who may be seen under a statement. Under an embargo there is no page at all, so on a page there is no difference between "shown" and "shown
/// after the embargo"; what is sealed leaves this class as a number only, and the map leaves it out: in a small country a place is a name.
/// </summary>
public sealed class Endorsers(ITables tables)
{
    public const int PerPage = 100;

    private const string Counted = "stage in ('Live', 'Held')", Listed = "kind = 'Organisation' and display <> 'Sealed' and (stage in ('Live', 'Held') or stage = 'Withdrawn' and after_delivery)";

    public async Task<PublicCounts> Count(Guid statementId, CancellationToken ct) => (await tables.Query<PublicCounts>($"""
        select count(*) filter (where kind = 'Organisation' and {Counted})::int as organisations,
          count(*) filter (where kind = 'Individual' and {Counted})::int as individuals,
          count(*) filter (where kind = 'Organisation' and {Counted} and display = 'Sealed')::int as sealed,
          count(*) filter (where {Listed})::int as listed,
          count(*) filter (where stage = 'Invalidated')::int as invalidated,
          min(first_at) filter (where kind = 'Organisation' and {Counted}) as first,
          max(first_at) filter (where kind = 'Organisation' and {Counted}) as last
        from advocacy.sign_ons where statement_id = @statementId
        """, new { statementId }, ct))[0];

    /// <param name="page">From 1.</param>
    public Task<IReadOnlyList<PublicEndorser>> Page(Guid statementId, int page, CancellationToken ct) => tables.Query<PublicEndorser>($"""
        select s.name_languages, s.names, s.country, s.first_at, w.at as withdrew_at, case when w.at is not null then s.reason end as reason
        from (
          select * from advocacy.sign_ons where statement_id = @statementId and {Listed} order by first_at, id limit @most offset @before
        ) s left join lateral (
          select max(at) as at from advocacy.register_entries r where s.stage = 'Withdrawn' and r.sign_on_id = s.id and r.statement_id = s.statement_id and r.act = 'Withdrawal'
        ) w on true
        order by s.first_at, s.id
        """, new { statementId, most = PerPage, before = (page - 1) * PerPage }, ct);

    public Task<IReadOnlyList<CountryCount>> ByCountry(Guid statementId, CancellationToken ct) => tables.Query<CountryCount>(
        $"select country, count(*)::int as count from advocacy.sign_ons where statement_id = @statementId and {Listed} and stage <> 'Withdrawn' group by country order by count desc, country",
        new { statementId }, ct);
}
