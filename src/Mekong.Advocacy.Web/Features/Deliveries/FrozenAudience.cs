using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>So many of an audience: with a language they are written to, with a reason they are left out.</summary>
public sealed record AudienceCount(string Channel, string? Language, string? Reason, long Count);

/// <summary>
/// Turns an audience's rule into rows of the ledger, one per contact point, in one statement. Whoever the rule names but who may not be
/// written to gets a row too, with the reason, so that everybody's fate is on record.
/// </summary>
public sealed partial class FrozenAudience(ITables tables, SmsPolicies policies)
{
    private const string Named = """
        select c.contact_point_id, c.person_id, c.channel, coalesce(c.country, s.country) as country, t.chosen as language,
          case
            when c.withdrawn_at is not null then 'opted-out'
            when c.suppressed_at is not null then 'address-suppressed'
            when c.channel = 'sms' and coalesce(c.country, s.country) = any(@closed) then 'country-closed'
            when t.chosen is null then 'no-text'
          end as reason
        from advocacy.consents c
        join advocacy.subscribers s on s.person_id = c.person_id
        left join unnest(@textChannels, @own, @chosen) t (channel, own, chosen) on t.channel = c.channel and t.own = s.language
        where c.channel = any(@channels)
          and (cardinality(@countries) = 0 or s.country = any(@countries))
          and (cardinality(@languages) = 0 or s.language = any(@languages))
          and (cardinality(@topics) = 0 or s.topics && @topics)
          and (cardinality(@organisations) = 0 or s.organisation = any(@organisations))
        """;

    private const string FreezeSql = $"""
        insert into advocacy.deliveries
          (alert_id, contact_point_id, person_id, channel, country, language, state, reason, created_at, due_at, settled_at)
        select @alertId, a.contact_point_id, a.person_id, a.channel, a.country, a.language,
          case when a.reason is null then 'queued' else 'suppressed' end, a.reason, @now, @now,
          case when a.reason is null then null else @now end
        from ({Named}) a
        on conflict (alert_id, contact_point_id) do nothing
        """;

    private const string CountSql = $"select a.channel, case when a.reason is null then a.language end as language, a.reason, count(*) as count from ({Named}) a group by 1, 2, 3 order by 1, 2, 3";

    /// <returns>How many contact points the audience has.</returns>
    public async Task<long> Freeze(Guid alertId, AlertContent content, DateTimeOffset now, CancellationToken ct)
    {
        // A freeze that was interrupted, or overtaken by an edit, has sent nothing: it is simply made again.
        await tables.Execute("delete from advocacy.deliveries where alert_id = @alertId and attempts = 0 and attempted_at is null", new { alertId }, ct);
        await tables.Execute(FreezeSql, Rule(content, alertId, now), ct);
        return (await tables.Query<long>("select count(*) from advocacy.deliveries where alert_id = @alertId", new { alertId }, ct))[0];
    }

    /// <summary>Who would get it if it left now, and who would be left out and why.</summary>
    public Task<IReadOnlyList<AudienceCount>> Count(AlertContent content, CancellationToken ct) =>
        tables.Query<AudienceCount>(CountSql, Rule(content, null, null), ct);

    private object Rule(AlertContent content, Guid? alertId, DateTimeOffset? now)
    {
        var texts = Channel.All.SelectMany(channel => Language.All.Select(own => (channel, own, chosen: Chosen(content, channel, own)))).ToList();
        return new
        {
            alertId,
            now,
            closed = policies.Closed,
            textChannels = texts.Select(text => text.channel).ToArray(),
            own = texts.Select(text => text.own).ToArray(),
            chosen = texts.Select(text => text.chosen).ToArray(),
            channels = content.Audience.Channels.ToArray(),
            countries = content.Audience.Countries.ToArray(),
            languages = content.Audience.Languages.ToArray(),
            topics = content.Audience.Topics.ToArray(),
            organisations = content.Audience.Organisations.ToArray(),
        };
    }

    /// <summary>The language a reader of <paramref name="own"/> gets on this channel; null: none, they are left out.</summary>
    internal static string? Chosen(AlertContent content, string channel, string own) =>
        Language.Chain(own, content.Fallback).FirstOrDefault(code => content.Texts.TryGetValue(code, out var text) && text.Serves(channel));
}
