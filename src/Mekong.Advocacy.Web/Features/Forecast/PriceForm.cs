using System.Globalization;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Messages;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>The list of prices as it is typed. Digits of any script will do; a comma is refused, for it may mean two things.</summary>
public sealed class PriceForm
{
    public string? Currency { get; set; }

    /// <summary>By country; empty: no price is known.</summary>
    public Dictionary<string, string?> Prices { get; set; } = [];

    public string? Cap { get; set; }

    public string? Source { get; set; }

    public static PriceForm From(SmsPriceList list) => new()
    {
        Currency = list.Currency,
        Prices = list.PerPart.ToDictionary(price => price.Key, string? (price) => Written(price.Value)),
        Cap = list.Cap is { } cap ? Written(cap) : null,
        Source = list.Source,
    };

    /// <summary>The list, with the refusal of every number that is none, at its field.</summary>
    public (SmsPriceList List, IReadOnlyList<Refusal> Faults) Read()
    {
        var (faults, perPart) = (new List<Refusal>(), new Dictionary<string, decimal>());
        foreach (var (country, typed) in Prices)
            if (Number(typed, SmsPriceRules.BadPrice.At($"prices.{country}", typed), faults) is { } price) perPart[country] = price;
        var cap = Number(Cap, SmsPriceRules.BadCap with { Detail = Cap }, faults);
        return (new SmsPriceList((Currency ?? "").Trim().ToUpperInvariant(), perPart, cap, (Source ?? "").Trim()), faults);
    }

    private static decimal? Number(string? typed, Refusal otherwise, List<Refusal> faults)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var digits = string.Concat(typed.Trim().Select(c => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c));
        if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        faults.Add(otherwise);
        return null;
    }

    private static string Written(decimal number) => number.ToString("0.00####", CultureInfo.InvariantCulture);
}
