using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>One text part with its transfer encoding: quoted-printable for Latin text, base64 for the scripts it would triple.</summary>
internal static partial class MimePart
{
    public static void Write(StringBuilder output, string subtype, string text)
    {
        var lines = LineEnd().Replace(text, "\r\n");
        var base64 = IsMostlyOtherThanLatin(lines);
        output.Append("Content-Type: text/").Append(subtype).Append("; charset=utf-8\r\nContent-Transfer-Encoding: ")
            .Append(base64 ? "base64" : "quoted-printable").Append("\r\n\r\n")
            .Append(base64 ? Base64(lines) : QuotedPrintable.Encode(lines)).Append("\r\n");
    }

    /// <summary>More than one letter in ten; mark-up counts as Latin, and with less than that it is most of the part.</summary>
    private static bool IsMostlyOtherThanLatin(string text)
    {
        var (latin, other) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < 0x250 || rune.Value is >= 0x1E00 and < 0x1F00) latin += Rune.IsLetter(rune) ? 1 : 0;
            else if (Rune.IsLetter(rune) || rune.Value > 0x36F && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) other++;
        }
        return other * 10 > latin + other;
    }

    private static string Base64(string text)
    {
        var all = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        var lines = new StringBuilder(all.Length + all.Length / 38 + 2);
        for (var i = 0; i < all.Length; i += 76)
        {
            if (i > 0) lines.Append("\r\n");
            lines.Append(all, i, Math.Min(76, all.Length - i));
        }
        return lines.ToString();
    }

    [GeneratedRegex(@"\r\n|\r|\n")]
    private static partial Regex LineEnd();
}
