namespace Mekong.Advocacy.Domain.Messages;

/// <summary>What one part of a text costs by country, and what all texts of one alert may cost together.</summary>
/// <param name="Currency">ISO 4217, e.g. USD.</param>
/// <param name="PerPart">By ISO 3166-1 code; a country left out has no known price.</param>
/// <param name="Cap">Null: no limit.</param>
/// <param name="Source">Where the prices were read and when, for the next person who doubts them.</param>
public sealed record SmsPriceList(string Currency, IReadOnlyDictionary<string, decimal> PerPart, decimal? Cap, string Source)
{
    /// <summary>Equal when all prices are, in whatever order they stand.</summary>
    public bool Equals(SmsPriceList? other) => other is not null && (Currency, Cap, Source) == (other.Currency, other.Cap, other.Source)
        && PerPart.Count == other.PerPart.Count && PerPart.All(price => other.PerPart.TryGetValue(price.Key, out var same) && same == price.Value);

    public override int GetHashCode() => HashCode.Combine(Currency, Cap, Source, PerPart.Count);
}
