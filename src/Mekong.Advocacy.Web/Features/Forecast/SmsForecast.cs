using Mekong.Advocacy.Domain.Messages;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>What the texts to one language's readers in one country will be like, counted with the longest of their own values.</summary>
/// <param name="Characters">As readers see them (grapheme clusters), for the longest text.</param>
/// <param name="Price">Of one part; null where nobody has entered one.</param>
/// <param name="ByReaders">True when the text would fit GSM 7-bit but for a reader's name or organisation.</param>
public sealed record ForecastRow(
    string Language, string Country, SmsEncoding Encoding, int Characters, int Units, int Parts, long Recipients, decimal? Price, bool ByReaders)
{
    public long AllParts => Parts * Recipients;

    public decimal? Cost => Price * AllParts;
}

public enum FoldKind { Punctuation, Accents }

/// <summary>A way to make one language's text cheaper, with the parts of all its messages before and after.</summary>
public sealed record FoldOffer(string Language, FoldKind Kind, string Text, long Before, long After);

/// <summary>What an alert's texts will cost if it leaves now. The sum is of what has a price; <see cref="Unpriced"/> names the rest.</summary>
public sealed record SmsForecast(IReadOnlyList<ForecastRow> Rows, IReadOnlyList<FoldOffer> Offers, SmsPriceList Prices)
{
    public long Recipients => Rows.Sum(row => row.Recipients);

    public long Parts => Rows.Sum(row => row.AllParts);

    public SmsCost Cost => new(Rows.Sum(row => row.Cost ?? 0), Prices.Currency, Prices.Cap);

    /// <summary>Countries without a price: their texts are not in the sum and hold nothing up.</summary>
    public IReadOnlyList<string> Unpriced => [.. Rows.Where(row => row.Price is null).Select(row => row.Country).Distinct()];

    public long UnpricedRecipients => Rows.Where(row => row.Price is null).Sum(row => row.Recipients);
}
