using System.Buffers;
using Mekong.Advocacy.Engines.Mime;

namespace Mekong.Advocacy.Engines.Dkim;

/// <summary>What is left of headers and body for signing, so that harmless changes on the way do not count (RFC 6376 §3.4).</summary>
internal static class RelaxedForm
{
    private static readonly SearchValues<byte> White = SearchValues.Create(" \t"u8), WhiteOrBreak = SearchValues.Create(" \t\r\n"u8);

    /// <summary>§3.4.2: name in lower case, unfolded, runs of white space as one space; without the final CRLF.</summary>
    /// <param name="field">As it was written, without its last line break.</param>
    public static void Header(ReadOnlySpan<byte> field, ArrayBufferWriter<byte> output)
    {
        var colon = field.IndexOf((byte)':');
        var name = field[..colon].TrimEnd(" \t"u8);
        System.Text.Ascii.ToLower(name, output.GetSpan(name.Length), out var written);
        output.Advance(written);
        output.Add(":"u8);
        Joined(field[(colon + 1)..], WhiteOrBreak, output, space: []);
    }

    /// <summary>§3.4.4: white space at line ends and empty lines at the end do not count.</summary>
    /// <param name="body">Its line ends are CRLF.</param>
    public static void Body(ReadOnlySpan<byte> body, ArrayBufferWriter<byte> output)
    {
        for (var empty = 0; !body.IsEmpty;)
        {
            var end = body.IndexOf("\r\n"u8);
            var line = (end < 0 ? body : body[..end]).TrimEnd(" \t"u8);
            body = end < 0 ? [] : body[(end + 2)..];
            if (line.IsEmpty)
            {
                empty++;
                continue;
            }
            for (; empty > 0; empty--) output.Add("\r\n"u8);
            if (!line.Contains((byte)'\t') && line.IndexOf("  "u8) < 0) output.Add(line);
            else Joined(line, White, output, space: line[0] is (byte)' ' or (byte)'\t' ? " "u8 : []);
            output.Add("\r\n"u8);
        }
    }

    private static void Joined(ReadOnlySpan<byte> text, SearchValues<byte> white, ArrayBufferWriter<byte> output, ReadOnlySpan<byte> space)
    {
        while (text.IndexOfAnyExcept(white) is >= 0 and var start)
        {
            text = text[start..];
            var length = text.IndexOfAny(white) is >= 0 and var end ? end : text.Length;
            output.Add(space).Add(text[..length]);
            text = text[length..];
            space = " "u8;
        }
    }
}
