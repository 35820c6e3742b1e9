using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>Whose key a link is, and to which step.</summary>
public sealed record FollowUpKey(long Number, Guid FollowUpId, Guid OfficerId);

/// <summary>The links by which officers read a step and act on it without an account. The step and the officer decide how long one works.</summary>
public sealed class FollowUpLinks(ITables tables, Links links, AdvocacySettings settings)
{
    private const string Purpose = "follow-up";

    /// <summary>The same link whenever it is asked for.</summary>
    public async Task<string> Url(string language, Guid followUpId, Guid officerId, CancellationToken ct)
    {
        var numbers = await tables.Query<long>("""
            insert into advocacy.follow_up_links as l (follow_up_id, officer_id) values (@followUpId, @officerId)
            on conflict (follow_up_id, officer_id) do update set officer_id = excluded.officer_id returning l.number
            """, new { followUpId, officerId }, ct);
        return new Uri(settings.PublicUrl, $"/{language}/f/{links.Token(Purpose, numbers[0])}").AbsoluteUri;
    }

    public async Task<FollowUpKey?> Read(string token, CancellationToken ct) => links.Read(Purpose, token) is { } number
        ? (await tables.Query<FollowUpKey>("select number, follow_up_id, officer_id from advocacy.follow_up_links where number = @number", new { number }, ct)).SingleOrDefault()
        : null;
}
