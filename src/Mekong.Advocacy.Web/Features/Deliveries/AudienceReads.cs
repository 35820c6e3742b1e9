using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>One contact point of an audience, without name or address.</summary>
/// <param name="Own">The language they read, or received the earlier alert in.</param>
/// <param name="Language">The language they get; null where there is none for them.</param>
public sealed record AudienceMember(
    Guid PersonId, string Channel, string Own, string? Language, string Country, string? Organisation, string? Role, string[] Topics, DateOnly GivenOn, string? Reason);

/// <summary>Which part of an audience: null means any; a reason picks those left out for it, a language those who get it.</summary>
public sealed record AudiencePart(string? Channel, string? Language, string? Reason)
{
    public bool Holds(AudienceCount line) => (Channel is null || line.Channel == Channel)
        && (Language is null || line.Reason is null && line.Language == Language) && (Reason is null || line.Reason == Reason);
}

/// <summary>So many people who would be served by a fallback, having no text in their own language.</summary>
public sealed record FallbackCount(string Fallback, long People);

/// <summary>Looks behind an audience's numbers.</summary>
public sealed class AudienceReads(ITables tables, FrozenAudience frozen)
{
    public const int PageSize = 50;

    /// <param name="page">From 1.</param>
    public Task<IReadOnlyList<AudienceMember>> Page(AlertContent content, AudiencePart part, int page, CancellationToken ct)
    {
        var rule = frozen.Rule(content) with
        {
            OnlyChannel = part.Channel,
            OnlyLanguage = part.Language,
            OnlyReason = part.Reason,
            Skip = (page - 1) * PageSize,
            Take = PageSize,
        };
        return tables.Query<AudienceMember>($"""
            select a.person_id, a.channel, a.own, a.language, a.country, a.organisation, a.role, a.topics, a.given_on, a.reason
            from ({rule.Named}) a
            where (@OnlyChannel::text is null or a.channel = @OnlyChannel)
              and (@OnlyLanguage::text is null or a.reason is null and a.language = @OnlyLanguage)
              and (@OnlyReason::text is null or a.reason = @OnlyReason)
            order by a.contact_point_id limit @Take offset @Skip
            """, rule, ct);
    }

    /// <summary>How many people each fallback would serve: they may be written to, and their own language has no text.</summary>
    public async Task<IReadOnlyDictionary<Fallback, long>> Fallbacks(AlertContent content, CancellationToken ct)
    {
        var served = (from fallback in Enum.GetValues<Fallback>()
                      from channel in Channel.All
                      from own in Language.All
                      let chosen = FrozenAudience.Chosen(content with { Fallback = fallback }, channel, own)
                      where chosen is not null && chosen != own
                      select (Name: fallback.ToString(), channel, own)).ToList();
        var rule = frozen.Rule(content) with
        {
            FallbackNames = [.. served.Select(row => row.Name)],
            FallbackChannels = [.. served.Select(row => row.channel)],
            FallbackOwn = [.. served.Select(row => row.own)],
        };
        var counts = await tables.Query<FallbackCount>($"""
            select f.name as fallback, count(distinct a.person_id) as people
            from ({rule.Named}) a
            join unnest(@FallbackNames, @FallbackChannels, @FallbackOwn) f (name, channel, own) on f.channel = a.channel and f.own = a.own
            where a.reason is null or a.reason = 'no-text'
            group by f.name
            """, rule, ct);
        return Enum.GetValues<Fallback>().ToDictionary(fallback => fallback, fallback => counts.FirstOrDefault(row => row.Fallback == fallback.ToString())?.People ?? 0);
    }
}
