using System.Globalization;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>
/// A leaf's short code, for people: "9F3K-77QD-2XM". Ten characters of Crockford's base 32 are the leaf hash's first 50 bits; the eleventh checks them.
/// The check is a sum in GF(32) with a weight of its own for each place, so one wrong character, or two exchanged, never pass.
/// </summary>
public static class Receipt
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 11;

    public static string Of(Digest leaf)
    {
        var bits = leaf.Bytes[..7].ToArray().Aggregate(0UL, (sum, part) => (sum << 8) | part) >> 6;
        var digits = Enumerable.Range(1, Length - 1).Select(place => (int)(bits >> (50 - (5 * place))) & 31).ToList();
        return Shown([.. digits, Check(digits)]);
    }

    /// <summary>
    /// What was typed, as <see cref="Of"/> writes it; null when it is no code. Case, spaces and dashes do not matter; O is 0, I and L are 1.
    /// </summary>
    public static string? Read(string typed)
    {
        var digits = typed.Where(c => !IsGap(c)).Take(Length + 1).Select(Digit).ToList();
        return digits.Count == Length && !digits.Contains(-1) && Check(digits.Take(Length - 1)) == digits[^1] ? Shown(digits) : null;
    }

    private static int Digit(char typed) => char.ToUpperInvariant(typed) switch
    {
        'O' => 0,
        'I' or 'L' => 1,
        var c => Alphabet.IndexOf(c, StringComparison.Ordinal),
    };

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || c == '\u200B' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    private static int Check(IEnumerable<int> digits) => Twice(digits.Aggregate(0, (sum, digit) => Twice(sum) ^ digit));

    /// <summary>Times x in GF(32) modulo x⁵ + x² + 1.</summary>
    private static int Twice(int value) => (value << 1) ^ (value >= 16 ? 0b100101 : 0);

    private static string Shown(IReadOnlyList<int> digits) => string.Concat(digits.Select((digit, place) => (place is 4 or 8 ? "-" : "") + Alphabet[digit]));
}
