using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Something to choose people by, and how many of the list it fits.</summary>
public sealed record AudienceOption(string Kind, string Name, long People);

/// <summary>What the lists of subscribers offer to choose by: topics, organisations and roles, as typed there.</summary>
public sealed class AudienceOptions(ITables tables)
{
    public const string Topic = "topic", Organisation = "organisation", Role = "role";

    public async Task<ILookup<string, AudienceOption>> All(CancellationToken ct) => (await tables.Query<AudienceOption>("""
        select 'topic' as kind, topic as name, count(*) as people from advocacy.subscribers, unnest(topics) as topic group by topic
        union all
        select 'organisation', organisation, count(*) from advocacy.subscribers where organisation is not null group by organisation
        union all
        select 'role', role, count(*) from advocacy.subscribers where role is not null group by role
        order by 1, 2
        """, null, ct)).ToLookup(option => option.Kind);
}
