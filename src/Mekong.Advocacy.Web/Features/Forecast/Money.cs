using System.Globalization;
using Mekong.Advocacy.Domain.Messages;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>Amounts as pages write them, grouped as the reader is used to, the currency behind.</summary>
public static class Money
{
    /// <summary>Rounded up: a forecast that errs shall err on the dear side.</summary>
    public static string Of(decimal amount, string currency) => $"{SmsCost.Rounded(amount).ToString("N2", Reader)}\u00A0{currency}";

    /// <summary>Of one part: fractions of a cent count.</summary>
    public static string Price(decimal price) => price.ToString("#,0.00####", Reader);

    private static CultureInfo Reader => CultureInfo.GetCultureInfo(CultureInfo.CurrentUICulture.Name);
}
