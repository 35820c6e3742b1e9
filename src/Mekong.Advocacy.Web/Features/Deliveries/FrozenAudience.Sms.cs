using Mekong.Advocacy.Domain.Alerts;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Those who would be texted in one language in one country.</summary>
/// <param name="HighestNumber">The contact point number that makes the longest opt-out link.</param>
/// <param name="Organisations">Each once; empty for readers of none.</param>
public sealed record SmsCell(string Language, string Country, long Recipients, long HighestNumber, string[] Organisations);

/// <summary>A reader's name, sealed as it lies in the vault.</summary>
public sealed record SealedName(Guid ContactPointId, string Language, string Country, byte[] NameSealed);

public sealed partial class FrozenAudience
{
    private const int NamesAtOnce = 20_000;

    private static string CellsSql(string named) => $"""
        select a.language, a.country, count(*) as recipients, max(p.number) as highest_number,
          array_agg(distinct coalesce(s.organisation, '')) as organisations
        from ({named}) a
        join advocacy.contact_points p on p.id = a.contact_point_id
        join advocacy.subscribers s on s.person_id = a.person_id
        where a.channel = 'sms' and a.reason is null group by 1, 2 order by 1, 2
        """;

    /// <summary>Who would be texted if it left now, by language and country.</summary>
    public Task<IReadOnlyList<SmsCell>> SmsCells(AlertContent content, CancellationToken ct)
    {
        var rule = Rule(content);
        return tables.Query<SmsCell>(CellsSql(rule.Named), rule, ct);
    }

    /// <summary>The names of those who would be texted, some thousands at a time: a large audience never lies in memory whole.</summary>
    public async IAsyncEnumerable<SealedName> SmsNames(AlertContent content, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        IReadOnlyList<SealedName> names;
        var (rule, after) = (Rule(content), Guid.Empty);
        do
        {
            names = await tables.Query<SealedName>($"""
                select a.contact_point_id, a.language, a.country, v.name_sealed
                from ({rule.Named}) a join advocacy.people v on v.id = a.person_id
                where a.channel = 'sms' and a.reason is null and a.contact_point_id > '{after}' order by a.contact_point_id limit {NamesAtOnce}
                """, rule, ct);
            foreach (var name in names) yield return name;
            if (names.Count > 0) after = names[^1].ContactPointId;
        }
        while (names.Count == NamesAtOnce);
    }
}
