namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// Everybody an audience names, one row per contact point, with the language they get and the reason why not. Counting, listing and
/// freezing read the same SELECT, so they cannot disagree.
/// </summary>
internal static class AudienceSql
{
    private const string Reason = """
          case
            when c.withdrawn_at is not null then 'opted-out'
            when c.suppressed_at is not null then 'address-suppressed'
            when c.channel = 'sms' and coalesce(c.country, s.country) = any(@Closed) then 'country-closed'
            when t.chosen is null then 'no-text'
          end as reason
        """;

    private const string Person = """
        c.contact_point_id, c.person_id, c.channel, coalesce(c.country, s.country) as country, t.chosen as language,
          s.organisation, s.role, s.topics, c.given_on
        """;

    /// <summary>By what subscribers are.</summary>
    public const string ByRule = $"""
        select {Person}, s.language as own, {Reason}
        from advocacy.consents c
        join advocacy.subscribers s on s.person_id = c.person_id
        left join unnest(@TextChannels, @Own, @ChosenLanguages) t (channel, own, chosen) on t.channel = c.channel and t.own = s.language
        where c.channel = any(@Channels)
          and (cardinality(@Countries) = 0 or s.country = any(@Countries))
          and (cardinality(@Languages) = 0 or s.language = any(@Languages))
          and (cardinality(@Topics) = 0 or s.topics && @Topics)
          and (cardinality(@Organisations) = 0 or s.organisation = any(@Organisations))
          and (cardinality(@Roles) = 0 or s.role = any(@Roles))
        """;

    /// <summary>
    /// By what became of an earlier alert. Who received it is written to in the language they received, whatever their list says now.
    /// Who was not reached had not said no when it left, and no other alert to those not reached has them.
    /// </summary>
    public const string Following = $"""
        select {Person}, coalesce(case when @Received then d.language end, s.language) as own, {Reason}
        from advocacy.deliveries d
        join advocacy.consents c on c.contact_point_id = d.contact_point_id
        join advocacy.subscribers s on s.person_id = c.person_id
        left join unnest(@TextChannels, @Own, @ChosenLanguages) t (channel, own, chosen)
          on t.channel = c.channel and t.own = coalesce(case when @Received then d.language end, s.language)
        where d.alert_id = @Earlier and c.channel = any(@Channels)
          and case when @Received then d.state = 'sent' else
            (d.state in ('failed', 'expired') or d.state = 'suppressed' and d.reason is distinct from 'opted-out')
            and not exists (
              with recursive later (id) as (
                select a.id from advocacy.alerts a where a.relation_alert_id = @Earlier and a.relation_kind = 'NotReached'
                union
                select a.id from advocacy.alerts a join later l on a.relation_alert_id = l.id where a.relation_kind = 'NotReached')
              select from advocacy.deliveries n
              where n.alert_id in (select id from later) and n.alert_id is distinct from @AlertId
                and n.contact_point_id = d.contact_point_id and n.state in ('queued', 'attempted', 'sent'))
            end
        """;
}
