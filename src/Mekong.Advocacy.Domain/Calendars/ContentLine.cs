using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Domain.Calendars;

/// <summary>How RFC 5545 writes one line: text escaped (3.3.11), lines folded at 75 octets (3.1), and never inside what a reader sees as one letter.</summary>
public static class ContentLine
{
    public const int MostOctets = 75;

    private const string LineEnd = "\r\n";

    /// <summary>A value of type TEXT. Control characters have no place in one; half a surrogate pair becomes U+FFFD.</summary>
    public static string Escape(string text)
    {
        var written = new StringBuilder(text.Length + 8);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\\' or ';' or ',') written.Append('\\').Append(rune);
            else if (rune.Value == '\n') written.Append("\\n");
            else if (rune.Value == '\t' || !Rune.IsControl(rune)) written.Append(rune);
        }
        return written.ToString();
    }

    /// <summary>The line with its end; further lines begin with the space that a reader takes away.</summary>
    public static string Fold(string line)
    {
        var (folded, octets) = (new StringBuilder(line.Length + 16), 0);
        foreach (var piece in Pieces(line))
        {
            var size = Encoding.UTF8.GetByteCount(piece);
            if (octets + size > MostOctets)
            {
                folded.Append(LineEnd).Append(' ');
                octets = 1;
            }
            folded.Append(piece);
            octets += size;
        }
        return folded.Append(LineEnd).ToString();
    }

    /// <summary>Letters with their marks; one that alone would not fit into a line is cut between its code points.</summary>
    private static IEnumerable<string> Pieces(string line)
    {
        for (var at = 0; at < line.Length;)
        {
            var letter = line.Substring(at, StringInfo.GetNextTextElementLength(line, at));
            at += letter.Length;
            if (Encoding.UTF8.GetByteCount(letter) < MostOctets) yield return letter;
            else foreach (var rune in letter.EnumerateRunes()) yield return rune.ToString();
        }
    }
}
