using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>The list that holds at a moment, and since when; <paramref name="Since"/> is null while it is the file's.</summary>
public sealed record PricesInForce(SmsPriceList Prices, DateTimeOffset? Since);

/// <summary>Looks prices up: those entered on the page, before that those of the file templates/sms-prices.json.</summary>
public sealed class SmsPriceBook(ITables tables, AdvocacySettings settings)
{
    public SmsPriceFile Start { get; } = SmsPriceFile.Read(Path.Combine(settings.Templates, "sms-prices.json"));

    public Task<PricesInForce> Current(CancellationToken ct) => InForce(null, ct);

    /// <summary>Prices as they were: what was sent under yesterday's list is never counted by today's.</summary>
    public Task<PricesInForce> At(DateTimeOffset moment, CancellationToken ct) => InForce(moment, ct);

    /// <summary>The latest changes first.</summary>
    public Task<IReadOnlyList<SmsPricesRow>> History(CancellationToken ct) =>
        tables.Query<SmsPricesRow>("select * from advocacy.sms_prices order by position desc limit 50", null, ct);

    /// <summary>Countries into which there are numbers on the list.</summary>
    public Task<IReadOnlyList<string>> Countries(CancellationToken ct) =>
        tables.Query<string>("select distinct country from advocacy.consents where channel = 'sms' and country is not null order by 1", null, ct);

    private async Task<PricesInForce> InForce(DateTimeOffset? moment, CancellationToken ct)
    {
        var rows = await tables.Query<SmsPricesRow>("""
            select * from advocacy.sms_prices where @moment::timestamptz is null or changed_at <= @moment order by position desc limit 1
            """, new { moment }, ct);
        return rows.Count == 0 ? new(Start.ToList(), null) : new(rows[0].ToList(), rows[0].ChangedAt);
    }
}
