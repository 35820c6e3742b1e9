using System.Globalization;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>Offers of the public form that belong together: from one place, at one mail domain, within some time. All that is named must fit.</summary>
/// <param name="Place">Sixteen hexadecimal digits that stand for a range of addresses, or several such, apart by commas or blanks.</param>
/// <param name="Until">The first moment that does not belong to it.</param>
public sealed record Wave(Guid StatementId, string? Place, string? MailDomain, DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>Everybody who signed by the form would be hit.</summary>
    public bool IsEverything => string.IsNullOrWhiteSpace(Place) && string.IsNullOrWhiteSpace(MailDomain) && From is null && Until is null;
}

/// <summary>How many sign-ons a wave hits.</summary>
/// <param name="Waiting">Not counted; of them <paramref name="Confirmed"/> have shown that the address is theirs.</param>
/// <param name="Counted">In the register.</param>
public sealed record WaveSize(int Waiting, int Confirmed, int Counted);

/// <summary>Many offers from one place or at one mail domain.</summary>
public sealed record WaveSeen(string? Place, string? MailDomain, int Offers, int Confirmed, DateTimeOffset First, DateTimeOffset Last);

/// <summary>Finds waves. A mail domain is told by opening one address of the many: it says nothing of a person.</summary>
public sealed class Waves(ITables tables, Offers offers)
{
    public const int Least = 10;

    private const int Most = 20;

    private const string Fits = """
        s.statement_id = @statementId and s.channel = 'PublicForm' and exists (
          select from advocacy.offers o where o.sign_on_id = s.id and o.statement_id = s.statement_id
            and (@places::text[] is null or encode(o.place, 'hex') = any(@places)) and (@domain::bytea is null or o.mail_domain = @domain)
            and (@from::timestamptz is null or o.offered_at >= @from) and (@until::timestamptz is null or o.offered_at < @until))
        """;

    private sealed record Group(byte[] Key, int Offers, int Confirmed, DateTimeOffset First, DateTimeOffset Last, long Sample);

    public async Task<WaveSize> Size(Wave wave, CancellationToken ct) => (await tables.Query<WaveSize>($"""
        select count(*) filter (where stage = 'Pending')::int as waiting,
          count(*) filter (where stage = 'Pending' and exists (select from advocacy.offers c where c.sign_on_id = s.id and c.confirmed_at is not null))::int as confirmed,
          count(*) filter (where stage in ('Live', 'Held'))::int as counted
        from advocacy.sign_ons s where {Fits}
        """, Parameters(wave), ct))[0];

    /// <summary>Those that can still be settled.</summary>
    public Task<IReadOnlyList<Guid>> SignOns(Wave wave, bool counted, CancellationToken ct) => tables.Query<Guid>(
        $"select s.id from advocacy.sign_ons s where s.stage = any(@stages) and {Fits} order by s.id",
        Parameters(wave, counted ? ["Pending", "Live", "Held"] : ["Pending"]), ct);

    public async Task<IReadOnlyList<WaveSeen>> Seen(Guid statementId, CancellationToken ct) =>
    [
        .. (await Groups("place", statementId, ct)).Select(group => new WaveSeen(Convert.ToHexStringLower(group.Key), null, group.Offers, group.Confirmed, group.First, group.Last)),
        .. await Named(await Groups("mail_domain", statementId, ct), ct),
    ];

    private async Task<IReadOnlyList<WaveSeen>> Named(IReadOnlyList<Group> groups, CancellationToken ct)
    {
        var named = new List<WaveSeen>();
        foreach (var group in groups)
            if (await offers.Find(group.Sample, ct) is { } offer)
                named.Add(new(null, Mailboxes.DomainOf(offers.Open(offer).Email), group.Offers, group.Confirmed, group.First, group.Last));
        return named;
    }

    private Task<IReadOnlyList<Group>> Groups(string by, Guid statementId, CancellationToken ct) => tables.Query<Group>($"""
        select {by} as key, count(*)::int as offers, count(confirmed_at)::int as confirmed, min(offered_at) as first, max(offered_at) as last, max(number) as sample
        from advocacy.offers where statement_id = @statementId and {by} is not null group by {by} having count(*) >= {Least.ToString(CultureInfo.InvariantCulture)} order by count(*) desc limit {Most.ToString(CultureInfo.InvariantCulture)}
        """, new { statementId }, ct);

    private object Parameters(Wave wave, string[]? stages = null) => new
    {
        statementId = wave.StatementId,
        places = string.IsNullOrWhiteSpace(wave.Place) ? null : wave.Place.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries),
        domain = string.IsNullOrWhiteSpace(wave.MailDomain) ? null : offers.DomainPrint(wave.MailDomain.Trim().TrimStart('@').ToLowerInvariant()),
        from = wave.From,
        until = wave.Until,
        stages,
    };
}
