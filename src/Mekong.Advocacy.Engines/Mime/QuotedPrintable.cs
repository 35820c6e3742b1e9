using System.Buffers;
using System.Text;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Quoted-printable (RFC 2045 §6.7): Latin text stays legible, every line has at most 76 characters and none begins with a dot.</summary>
internal static class QuotedPrintable
{
    private const int Longest = 75; // and the soft break's "="
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).Except("=")]);

    /// <summary>Writes a piece of text from the beginning of a line on.</summary>
    /// <param name="text">Its line breaks are CRLF.</param>
    /// <param name="endsLine">Whether the line ends after it; if not, a soft break follows where it does not end at a line's beginning.</param>
    public static void Write(ReadOnlySpan<char> text, bool endsLine, ArrayBufferWriter<byte> output)
    {
        var column = 0;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\r')
            {
                output.Add("\r\n"u8);
                (i, column) = (i + 2, 0);
                continue;
            }
            var run = column == 0 ? 0 : PlainRun(text[i..], Longest - column);
            output.Add(text.Slice(i, run));
            (i, column) = (i + run, column + run);
            if (i < text.Length && text[i] != '\r') i += WriteOne(text[i..], endsLine, ref column, output);
        }
        if (column > 0 && !endsLine) output.Add("=\r\n"u8);
    }

    private static int PlainRun(ReadOnlySpan<char> text, int room)
    {
        var most = text[..Math.Min(text.Length, room)];
        return most.IndexOfAnyExcept(Plain) is >= 0 and var end ? end : most.Length;
    }

    /// <summary>One character, with a soft break before it where the line has no room for it.</summary>
    private static int WriteOne(ReadOnlySpan<char> text, bool endsLine, ref int column, ArrayBufferWriter<byte> output)
    {
        Span<byte> utf8 = stackalloc byte[4];
        Rune.DecodeFromUtf16(text, out var rune, out var length);
        var bytes = utf8[..rune.EncodeToUtf8(utf8)];
        if (column + Width(text, rune, bytes.Length, endsLine, column) > Longest)
        {
            output.Add("=\r\n"u8);
            column = 0;
        }
        var width = Width(text, rune, bytes.Length, endsLine, column);
        if (width == 1) output.Add(bytes);
        else foreach (var b in bytes) output.Add([(byte)'=', Hex(b >> 4), Hex(b & 15)]);
        column += width;
        return length;
    }

    private static int Width(ReadOnlySpan<char> text, Rune rune, int bytes, bool endsLine, int column) => rune.Value switch
    {
        ' ' or '\t' => text.Length == 1 ? endsLine ? 3 : 1 : text[1] == '\r' ? 3 : 1,
        // A lone dot would end the message (RFC 5321 §4.5.2): with none in front of a line, nothing has to be doubled on the way.
        '.' when column == 0 => 3,
        // Mailbox files turn a line's first "From " into ">From ", which would break the signature.
        'F' when column == 0 && text.StartsWith("From ") => 3,
        > ' ' and <= '~' and not '=' => 1,
        _ => 3 * bytes,
    };

    private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'A' - 10 + digit);
}
