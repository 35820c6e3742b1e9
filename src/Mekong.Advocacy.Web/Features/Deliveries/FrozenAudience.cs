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
    // One transaction at a time: two of them side by side would cut the same rows into batches twice, and send twice. A freeze that was
    // interrupted, or overtaken by an edit, has sent nothing: it is simply made again. One that comes too late finds that a worker has taken
    // a batch, and changes nothing (a worker takes none under this lock).
    private const string AloneSql = $"""
        select pg_advisory_xact_lock(hashtextextended(@AlertId::text, 0));
        delete from advocacy.deliveries where alert_id = @AlertId and attempts = 0 and attempted_at is null and {NotBegun};
        delete from advocacy.delivery_batches where alert_id = @AlertId and {NotBegun}
        """;

    private const string NotBegun =
        "not exists (select from advocacy.delivery_batches x where x.alert_id = @AlertId and (x.lease_owner is not null or not x.open))";

    // In the order of a unique index's own key, which then grows at its end instead of everywhere. No contact point stands twice in an audience.
    private static string FreezeSql(string named) => $"""
        insert into advocacy.deliveries
          (alert_id, contact_point_id, person_id, channel, country, language, state, reason, created_at, due_at, settled_at)
        select @AlertId, a.contact_point_id, a.person_id, a.channel, a.country, a.language,
          case when a.reason is null then 'queued' else 'suppressed' end, a.reason, @Now, null,
          case when a.reason is null then null else @Now end
        from ({named}) a where {NotBegun} and not exists (select from advocacy.deliveries x where x.alert_id = @AlertId)
        order by a.contact_point_id
        """;

    // Some sixty batches at least, so that workers share even a small campaign, of 512 rows at most: those whose numbers are next to each other.
    // ("materialized": the planner, who thinks an alert that was just frozen has one row, would look for its ends once for each.)
    private const string BatchSql = $"""
        with span as materialized (
          select low, least(512, greatest(32, (high - low + 1) / 64)) as size
          from (select min(id) as low, max(id) as high from advocacy.deliveries where alert_id = @AlertId) whole)
        insert into advocacy.delivery_batches (alert_id, channel, rank, first_id, last_id, created_at)
        select @AlertId, d.channel, (d.id - span.low) / span.size, min(d.id), max(d.id), @Now
        from advocacy.deliveries d cross join span where d.alert_id = @AlertId and d.state = 'queued' and {NotBegun}
        group by d.channel, (d.id - span.low) / span.size
        """;

    // The workers' statements are planned once and kept: planned while the ledger was small, they would read all of it for every look. This
    // makes the database plan them anew, knowing how many rows there are.
    private const string KnownSql = "analyze (skip_locked) advocacy.deliveries, advocacy.delivery_batches";

    private static string CountSql(string named) => $"""
        select a.channel, case when a.reason is null then a.language end as language, a.reason, count(*) as count
        from ({named}) a group by 1, 2, 3 order by 1, 2, 3
        """;

    /// <returns>How many contact points the audience has.</returns>
    public async Task<long> Freeze(Guid alertId, AlertContent content, DateTimeOffset now, CancellationToken ct)
    {
        var rule = Rule(content) with { AlertId = alertId, Now = now };
        await tables.Execute($"{AloneSql}; {FreezeSql(rule.Named)}; {BatchSql}", rule, ct);
        await tables.Execute(KnownSql, null, ct);
        return (await tables.Query<long>("select count(*) from advocacy.deliveries where alert_id = @alertId", new { alertId }, ct))[0];
    }

    /// <summary>Who would get it if it left now, and who would be left out and why.</summary>
    public Task<IReadOnlyList<AudienceCount>> Count(AlertContent content, CancellationToken ct) => Count(Rule(content), ct);

    /// <summary>Who could be written to if every language had its text: what a saved segment holds.</summary>
    public Task<IReadOnlyList<AudienceCount>> Count(Audience audience, CancellationToken ct) =>
        Count(new AudienceRule(audience, (_, own) => own, policies.Closed), ct);

    internal AudienceRule Rule(AlertContent content) =>
        new(content.Audience, (channel, own) => Chosen(content, channel, own), policies.Closed);

    /// <summary>The language a reader of <paramref name="own"/> gets on this channel; null: none, they are left out.</summary>
    internal static string? Chosen(AlertContent content, string channel, string own) =>
        Language.Chain(own, content.Fallback).FirstOrDefault(code => content.Texts.TryGetValue(code, out var text) && text.Serves(channel));

    private Task<IReadOnlyList<AudienceCount>> Count(AudienceRule rule, CancellationToken ct) => tables.Query<AudienceCount>(CountSql(rule.Named), rule, ct);
}
