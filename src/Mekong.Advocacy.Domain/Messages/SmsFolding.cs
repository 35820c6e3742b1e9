using System.Text;

namespace Mekong.Advocacy.Domain.Messages;

/// <summary>
/// Makes a text in Latin letters cheaper on the air without saying anything else. Texts that hold a letter of another script are left
/// alone: they need UCS-2 whatever their quotes look like.
/// </summary>
public static class SmsFolding
{
    /// <summary>Quotes, dashes, spaces and the like become the plain ones of GSM 7-bit; letters keep their accents.</summary>
    public static string Latin(string text) => LatinScript.Is(text) ? Settled(text, whole => Composed(Plain(Composed(whole)))) : text;

    /// <summary>Vietnamese as people type it on old phones: without marks, and đ as d. Folds all that <see cref="Latin"/> folds as well.</summary>
    public static string WithoutAccents(string text) => LatinScript.Is(text) ? Settled(text, whole => string.Concat(Latin(whole).Select(VietnameseMarks.Off))) : text;

    /// <summary>What is folded may meet a loose mark and make a new letter with it, which is folded in its turn.</summary>
    private static string Settled(string text, Func<string, string> fold)
    {
        var folded = fold(text);
        return folded == text ? text : Settled(folded, fold);
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\u2014' or '\u2015') AddDash(plain, next: i + 1 < text.Length ? text[i + 1] : '\n');
            else plain.Append(LookAlikes.Of(text[i]) ?? text[i].ToString());
        }
        return plain.ToString();
    }

    /// <summary>A long dash parts two thoughts; as a hyphen without spaces it would join two words to one.</summary>
    private static void AddDash(StringBuilder plain, char next)
    {
        if (plain.Length > 0 && plain[^1] is not (' ' or '\n')) plain.Append(' ');
        plain.Append('-');
        if (!char.IsWhiteSpace(next)) plain.Append(' ');
    }

    /// <summary>An e followed by a loose accent is the é that the alphabet has. Half a surrogate pair cannot be composed.</summary>
    private static string Composed(string text) => text.EnumerateRunes().Contains(Rune.ReplacementChar) && !IsWhole(text) ? text : text.Normalize(NormalizationForm.FormC);

    private static bool IsWhole(string text) => !text.Where((c, i) =>
        char.IsHighSurrogate(c) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) ||
        char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text[i - 1]))).Any();
}
