using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Calendars;

/// <summary>The secret addresses of people's own calendars: one each, until it is taken back.</summary>
public sealed class CalendarLinks(ITables tables, Links links, AdvocacySettings settings, TimeProvider clock)
{
    private const string Purpose = "calendar";

    /// <summary>Null: this account has none, or has taken it back.</summary>
    public async Task<string?> Of(Guid accountId, CancellationToken ct) =>
        await tables.Query<long>("select number from advocacy.calendar_links where account_id = @accountId and revoked_at is null", new { accountId }, ct) is [var number]
            ? links.Token(Purpose, number) : null;

    /// <summary>The one that there is, or a new one.</summary>
    public Task Make(Guid accountId, CancellationToken ct) => tables.Execute(
        "insert into advocacy.calendar_links (account_id, made_at) values (@accountId, @now) on conflict (account_id) where revoked_at is null do nothing",
        new { accountId, now = clock.GetUtcNow() }, ct);

    /// <summary>From now on nothing is found under it.</summary>
    public Task Revoke(Guid accountId, CancellationToken ct) => tables.Execute(
        "update advocacy.calendar_links set revoked_at = @now where account_id = @accountId and revoked_at is null", new { accountId, now = clock.GetUtcNow() }, ct);

    /// <summary>Whose it is; null: nobody's, or it was taken back.</summary>
    public async Task<Guid?> Owner(string token, CancellationToken ct) => links.Read(Purpose, token) is { } number
        && await tables.Query<Guid>("select account_id from advocacy.calendar_links where number = @number and revoked_at is null", new { number }, ct) is [var owner] ? owner : null;

    public string Address(string language, string token, string what = "") => new Uri(settings.PublicUrl, $"/{language}/calendar/mine/{token}{what}.ics").AbsoluteUri;

    public string PublicAddress(string language, string what) => new Uri(settings.PublicUrl, $"/{language}/calendar/{what}.ics").AbsoluteUri;
}
