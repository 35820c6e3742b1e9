using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Domain.Organisations;

/// <summary>Brings a name, however it was typed, to the one form in which it is kept, and to the form in which it is compared.</summary>
public static partial class NameFolding
{
    /// <summary>The name as it is shown: composed, in one line, with the zero-width spaces of its script and without marks that turn lines round.</summary>
    public static string Tidy(string written)
    {
        var text = new StringBuilder(written.Length);
        foreach (var rune in Whole(written).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) text.Append(' ');
            else if (rune.Value is not (0xFEFF or 0x00AD or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F)) text.Append(rune.ToString());
        }
        return Spaces().Replace(text.ToString(), " ").Trim(' ', '\u200B', '\u2060');
    }

    /// <summary>Small letters, their marks and digits, words apart by one space: no punctuation, no width, nothing invisible, no way of typing.</summary>
    public static string Fold(string name)
    {
        var seen = string.Concat(Whole(name).EnumerateRunes().Where(rune => !IsInvisible(rune)));
        var composed = seen.Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant().Normalize(NormalizationForm.FormKC);
        var text = new StringBuilder(composed.Length);
        foreach (var rune in SameScript(composed).EnumerateRunes()) Append(text, rune);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        var afterLetter = text.Length > 0 && text[^1] != ' ';
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) text.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        else if (IsMark(rune)) _ = afterLetter ? text.Append(rune.ToString()) : text;
        else if (Rune.IsLetter(rune) && rune.Value is not (>= 0x02B9 and <= 0x02FF) || Rune.IsNumber(rune)) text.Append(rune.ToString());
        else if (afterLetter && !IsWithinWords(rune)) text.Append(' ');
    }

    /// <summary>Ways of typing what looks the same and that Unicode does not call equivalent.</summary>
    private static string SameScript(string text)
    {
        text = ToneBeforeCircle().Replace(text, "$2$1"); // Thai and Lao am, typed in two parts
        text = text.Replace("\u0E40\u0E40", "\u0E41", StringComparison.Ordinal).Replace("\u0EC0\u0EC0", "\u0EC1", StringComparison.Ordinal);
        text = text.Replace("\u17D2\u178A", "\u17D2\u178F", StringComparison.Ordinal); // Khmer: da and ta look alike below
        text = text.Replace("\u17C1\u17B6", "\u17C4", StringComparison.Ordinal).Replace("\u17C1\u17B8", "\u17BE", StringComparison.Ordinal);
        text = text.Replace("\u17C6\u17BB", "\u17BB\u17C6", StringComparison.Ordinal);
        return text.Replace("\u102F\u102D", "\u102D\u102F", StringComparison.Ordinal).Replace("\u1036\u1037", "\u1037\u1036", StringComparison.Ordinal);
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Workers' and A.B.C. are one word each.</summary>
    private static bool IsWithinWords(Rune rune) => rune.Value is '\'' or '.' or '`' or 0x2018 or 0x2019 or (>= 0x02B9 and <= 0x02FF);

    /// <summary>Zero-width spaces and joiners, selectors of variants, Khmer's inherent vowels.</summary>
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is 0x034F or 0x17B4 or 0x17B5 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Half a surrogate pair cannot be normalised.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex("([\u0E48-\u0E4B\u0EC8-\u0ECB])([\u0E4D\u0ECD])")]
    private static partial Regex ToneBeforeCircle();
}
