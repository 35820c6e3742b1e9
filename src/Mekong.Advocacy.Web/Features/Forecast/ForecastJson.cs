using Mekong.Advocacy.Domain.Messages;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>A text to be counted exactly as it is given.</summary>
public sealed record SmsTextJson(string? Text);

/// <param name="Encoding">"GSM-7" or "UCS-2".</param>
public sealed record SmsCountJson(string Encoding, int Units, int Parts)
{
    public static SmsCountJson From(SmsCount count) => new(Spelled(count.Encoding), count.Units, count.Parts);

    public static string Spelled(SmsEncoding encoding) => encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2";
}

/// <param name="Parts">Of one message, at the longest.</param>
/// <param name="AllParts">Parts of one message times recipients.</param>
/// <param name="Price">Of one part; null where none was entered.</param>
public sealed record ForecastRowJson(
    string Language, string Country, string Encoding, int Characters, int Units, int Parts, long Recipients, long AllParts, decimal? Price, decimal? Cost);

/// <summary>An alert's forecast as the API tells it.</summary>
/// <param name="Cost">Of everything that has a price, rounded up to hundredths.</param>
/// <param name="OverCap">True: the alert will get no hour before it is cheaper or the cap is higher.</param>
/// <param name="Unpriced">Countries whose texts are not in the sum.</param>
public sealed record ForecastJson(
    IReadOnlyList<ForecastRowJson> Rows, long Recipients, long Parts, decimal Cost, string Currency, decimal? Cap, bool OverCap, IReadOnlyList<string> Unpriced)
{
    public static ForecastJson From(SmsForecast forecast) => new(
        [.. forecast.Rows.Select(row => new ForecastRowJson(row.Language, row.Country, SmsCountJson.Spelled(row.Encoding), row.Characters, row.Units, row.Parts,
            row.Recipients, row.AllParts, row.Price, row.Cost))],
        forecast.Recipients, forecast.Parts, SmsCost.Rounded(forecast.Cost.Amount), forecast.Cost.Currency, forecast.Cost.Cap, forecast.Cost.IsOver, forecast.Unpriced);
}
