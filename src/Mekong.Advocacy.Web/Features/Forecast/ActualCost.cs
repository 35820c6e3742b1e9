using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>Texts into one country that the provider took.</summary>
/// <param name="Parts">As counted when each was handed over.</param>
/// <param name="Price">Of one part, in the list that held at the alert's hour; null: it had none.</param>
public sealed record ActualCostLine(string Country, long Texts, long Parts, decimal? Price)
{
    public decimal? Cost => Price * Parts;
}

/// <summary>What an alert's texts have cost so far, against what was expected when it was given its hour.</summary>
/// <param name="Forecast">In <paramref name="ForecastCurrency"/>; null: nobody asked then.</param>
public sealed record ActualSmsCost(IReadOnlyList<ActualCostLine> Lines, string Currency, decimal? Forecast, string? ForecastCurrency)
{
    public long Texts => Lines.Sum(line => line.Texts);

    public long Parts => Lines.Sum(line => line.Parts);

    public decimal Cost => Lines.Sum(line => line.Cost ?? 0);

    public IReadOnlyList<string> Unpriced => [.. Lines.Where(line => line.Price is null).Select(line => line.Country)];
}

/// <summary>Counts what was handed over. A text the provider took is paid for, whether it arrived or not.</summary>
public sealed class ActualCost(ITables tables, SmsPriceBook prices)
{
    private sealed record Taken(string Country, long Texts, long Parts);

    private sealed record Hour(DateTimeOffset? At, decimal? ForecastCost, string? Currency);

    public async Task<ActualSmsCost> Of(Guid alertId, CancellationToken ct)
    {
        var hour = (await tables.Query<Hour>("select at, forecast_cost, currency from advocacy.alerts where id = @alertId", new { alertId }, ct)).SingleOrDefault();
        var list = (hour?.At is { } at ? await prices.At(at, ct) : await prices.Current(ct)).Prices;
        var taken = await tables.Query<Taken>("""
            select country, count(*) as texts, coalesce(sum(parts), 0)::bigint as parts from advocacy.deliveries
            where alert_id = @alertId and channel = 'sms' and (state = 'sent' or provider_id is not null) group by country order by country
            """, new { alertId }, ct);
        return new ActualSmsCost(
            [.. taken.Select(line => new ActualCostLine(line.Country, line.Texts, line.Parts, list.PerPart.TryGetValue(line.Country, out var price) ? price : null))],
            list.Currency, hour?.ForecastCost, hour?.Currency);
    }
}
