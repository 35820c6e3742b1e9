using System.Globalization;

namespace Mekong.Advocacy.Domain.Messages;

/// <summary>What the texts of one alert are expected to cost, against what one alert may cost.</summary>
/// <param name="Cap">In the same currency; null where nobody has set one.</param>
public sealed record SmsCost(decimal Amount, string Currency, decimal? Cap)
{
    public bool IsOver => Amount > Cap;

    /// <summary>"124.50 USD > 100.00 USD". Rounded up, so that what is over also reads as over.</summary>
    public string OverCap => string.Create(CultureInfo.InvariantCulture, $"{Rounded(Amount):0.00} {Currency} > {Cap:0.00##} {Currency}");

    /// <summary>To whole hundredths, in the cautious direction.</summary>
    public static decimal Rounded(decimal amount) => decimal.Ceiling(amount * 100) / 100;
}
