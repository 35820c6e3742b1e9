using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Domain.Messages;

/// <summary>A number as people write it, read: either the E.164 form and its country, or the reason why not.</summary>
/// <param name="E164">With the plus; null where there is a reason.</param>
/// <param name="Country">ISO 3166-1; for a calling code that several countries share, the largest of them.</param>
/// <param name="Reason">not-a-number, not-mobile or unknown-country.</param>
public sealed record PhoneReading(string? E164, string? Country, string? Reason);

/// <summary>Reads mobile numbers of the Mekong countries, and any other that is written internationally, into E.164.</summary>
public static class PhoneNumbers
{
    public const string NotANumber = "not-a-number";
    public const string NotMobile = "not-mobile";
    public const string UnknownCountry = "unknown-country";

    /// <param name="country">Whose local numbers to expect: KH, LA, MM, TH, VN or CN; null where it is not known.</param>
    public static PhoneReading Read(string? written, string? country = null)
    {
        if (Digits(written ?? "") is not var (digits, plus) || digits.Length < 5) return Not(NotANumber);
        if (plus) return International(digits);
        if (digits.StartsWith("00", StringComparison.Ordinal)) return International(digits[2..]);
        return MobilePlan.Of(country) is { } plan ? Local(digits, plan) : Not(UnknownCountry);
    }

    private static PhoneReading International(string digits)
    {
        if (CallingCodes.CountryOf(digits) is not var (code, country)) return Not(UnknownCountry);
        if (MobilePlan.Of(country) is { } plan) return National(digits[code.Length..], plan);
        // Of other countries no plan is kept here, so only E.164's own bounds are held to: 15 digits at most, and not a short code.
        return digits.Length is >= 8 and <= 15 ? new PhoneReading($"+{digits}", country, null) : Not(NotANumber);
    }

    /// <summary>Many write the country's code without a plus; that is believed only where the number makes no sense otherwise.</summary>
    private static PhoneReading Local(string digits, MobilePlan plan)
    {
        var local = National(digits, plan);
        if (local.Reason is null || !digits.StartsWith(plan.CallingCode, StringComparison.Ordinal)) return local;
        var withCode = National(digits[plan.CallingCode.Length..], plan);
        return withCode.Reason is null ? withCode : local;
    }

    /// <summary>The trunk prefix 0 falls away, even where it was left standing after the country's code: +855 (0)12 345 678.</summary>
    private static PhoneReading National(string digits, MobilePlan plan)
    {
        var number = digits.StartsWith('0') ? digits[1..] : digits;
        if (plan.IsMobile(number)) return new PhoneReading($"+{plan.CallingCode}{number}", plan.Country, null);
        return Not(plan.CouldBeNumber(number) ? NotMobile : NotANumber);
    }

    /// <summary>The digits of any script as 0 to 9, and whether a plus led them; null where anything but usual punctuation is among them.</summary>
    private static (string Digits, bool Plus)? Digits(string written)
    {
        var digits = new StringBuilder(written.Length);
        var plus = false;
        foreach (var c in written)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(c) is var digit and >= 0) digits.Append((char)('0' + digit));
            else if (c is '+' or '＋' && digits.Length == 0 && !plus) plus = true;
            else if (!IsPunctuation(c)) return null;
        }
        return (digits.ToString(), plus);
    }

    private static bool IsPunctuation(char c) =>
        c is '.' or '．' or '(' or ')' or '（' or '）' or '−' || char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;

    private static PhoneReading Not(string reason) => new(null, null, reason);
}
