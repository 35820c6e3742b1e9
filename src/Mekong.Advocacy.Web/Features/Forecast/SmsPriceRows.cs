using System.Globalization;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>The list of prices as one change left it.</summary>
/// <param name="ChangedBy">Account id, or "system".</param>
/// <param name="Prices">Of one part, in the order of the countries.</param>
public sealed record SmsPricesRow(
    long Position, DateTimeOffset ChangedAt, string ChangedBy, string Currency, string[] Countries, string[] Prices, decimal? Cap, string Source)
{
    public SmsPriceList ToList() => new(
        Currency, Countries.Zip(Prices).ToDictionary(pair => pair.First, pair => decimal.Parse(pair.Second, CultureInfo.InvariantCulture)), Cap, Source);
}

/// <summary>One row per change: the last one holds now, the others are the history.</summary>
internal sealed class SmsPriceRows : Projection<SmsPricesRow>
{
    public override string Table => "advocacy.sms_prices";

    public override (string Column, string Type) Key => ("position", "bigint");

    public override string? KeyOf(Recorded happened) =>
        happened.Event is SmsPricesChanged ? happened.Position.ToString(CultureInfo.InvariantCulture) : null;

    public override SmsPricesRow? Apply(SmsPricesRow? row, Recorded happened)
    {
        var list = ((SmsPricesChanged)happened.Event).Prices;
        var prices = list.PerPart.OrderBy(price => price.Key, StringComparer.Ordinal).ToList();
        return new(happened.Position, happened.At, happened.Metadata.Actor, list.Currency, [.. prices.Select(price => price.Key)],
            [.. prices.Select(price => price.Value.ToString(CultureInfo.InvariantCulture))], list.Cap, list.Source);
    }
}
