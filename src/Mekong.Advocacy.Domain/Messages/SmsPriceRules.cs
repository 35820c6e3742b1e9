using System.Globalization;
using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Messages;

/// <summary>What may stand in the list of prices; each code is a sentence in the seven languages.</summary>
public static class SmsPriceRules
{
    public static readonly Refusal BadCurrency = new("prices.bad-currency", "currency");
    public static readonly Refusal BadPrice = new("prices.bad-price");
    public static readonly Refusal UnknownCountry = new("prices.unknown-country");
    public static readonly Refusal BadCap = new("prices.bad-cap", "cap");
    public static readonly Refusal NeedsSource = new("prices.needs-source", "source");
    public static readonly Refusal SourceTooLong = new("prices.source-too-long", "source");

    public const int LongestSource = 500;

    /// <summary>One part of a text dearer than this, in any currency of the region, is a slip of the pen.</summary>
    public const decimal Dearest = 100_000;

    public static IEnumerable<Refusal> FaultsOf(SmsPriceList list)
    {
        if (list.Currency.Length != 3 || !list.Currency.All(char.IsAsciiLetterUpper)) yield return BadCurrency with { Detail = list.Currency };
        foreach (var (country, price) in list.PerPart)
        {
            if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper)) yield return UnknownCountry.At($"prices.{country}", country);
            if (price is < 0 or > Dearest || decimal.Round(price, 6) != price) yield return BadPrice.At($"prices.{country}", Written(price));
        }
        if (list.Cap is { } cap && (cap is < 0 or > 1_000_000_000_000 || decimal.Round(cap, 2) != cap)) yield return BadCap with { Detail = Written(cap) };
        if (string.IsNullOrWhiteSpace(list.Source)) yield return NeedsSource;
        if (list.Source.Length > LongestSource) yield return SourceTooLong with { Detail = Written(LongestSource) };
    }

    private static string Written(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
