using System.Text;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Quoted-printable (RFC 2045 §6.7): Latin text stays legible, every line has at most 76 characters.</summary>
internal static class QuotedPrintable
{
    private const int Longest = 75; // and the soft break's "="

    /// <param name="text">Its line breaks are CRLF.</param>
    public static string Encode(string text)
    {
        var output = new StringBuilder(text.Length * 3 / 2);
        var lines = text.Split("\r\n");
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) output.Append("\r\n");
            EncodeLine(lines[i], output);
        }
        return output.ToString();
    }

    private static void EncodeLine(string line, StringBuilder output)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var (column, index) = (0, 0);
        foreach (var rune in line.EnumerateRunes())
        {
            var last = index + rune.Utf16SequenceLength >= line.Length;
            var plain = rune.Value is ' ' or '\t' ? !last : rune.Value is > ' ' and <= '~' and not '=' && !OpensFrom(line, index);
            var bytes = utf8[..rune.EncodeToUtf8(utf8)];
            var width = plain ? 1 : 3 * bytes.Length;
            if (column + width > Longest)
            {
                output.Append("=\r\n");
                column = 0;
            }
            if (plain) output.Append((char)rune.Value);
            else foreach (var b in bytes) output.Append('=').Append(b.ToString("X2", null));
            column += width;
            index += rune.Utf16SequenceLength;
        }
    }

    // Mailbox files turn a line's first "From " into ">From ", which would break the signature.
    private static bool OpensFrom(string line, int index) => index == 0 && line.StartsWith("From ", StringComparison.Ordinal);
}
