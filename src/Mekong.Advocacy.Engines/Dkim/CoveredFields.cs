using System.Buffers;
using System.Text;
using Mekong.Advocacy.Engines.Mime;

namespace Mekong.Advocacy.Engines.Dkim;

/// <summary>The header fields that a signature covers, as many of them as a message has.</summary>
internal static class CoveredFields
{
    // RFC 8058 §4 asks for both List-Unsubscribe fields.
    public static readonly string[] Names =
    [
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Language",
        "List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "Reply-To", "List-Help", "Feedback-ID",
    ];

    private static readonly byte[][] Bytes = [.. Names.Select(Encoding.ASCII.GetBytes)];

    /// <summary>Writes them in relaxed form, each with its CRLF; of several under one name the last, as a verifier takes it first (§5.4.2).</summary>
    /// <param name="header">The message up to its first empty line, without the break before it.</param>
    /// <returns>Which there are, a bit for each.</returns>
    public static int Write(ReadOnlySpan<byte> header, ArrayBufferWriter<byte> output)
    {
        Span<Range> fields = stackalloc Range[Bytes.Length];
        var found = 0;
        for (var start = 0; start < header.Length;)
        {
            var end = End(header, start);
            if (IndexOf(header[start..end]) is >= 0 and var at)
            {
                fields[at] = start..end;
                found |= 1 << at;
            }
            start = end + 2;
        }
        for (var at = 0; at < fields.Length; at++)
        {
            if ((found & 1 << at) == 0) continue;
            RelaxedForm.Header(header[fields[at]], output);
            output.Add("\r\n"u8);
        }
        return found;
    }

    /// <summary>The h= tag. Subject and From once more than they occur: a second one added on the way breaks the signature (§8.15).</summary>
    public static string Listed(int found)
    {
        var names = Names.Where((_, at) => (found & 1 << at) != 0).SelectMany(Twice);
        return string.Join(":\r\n ", names.Chunk(4).Select(some => string.Join(':', some)));
    }

    public static string[] Twice(string name) => name is "From" or "Subject" ? [name, name] : [name];

    private static int End(ReadOnlySpan<byte> header, int start)
    {
        for (var at = start; ;)
        {
            var length = header[at..].IndexOf("\r\n"u8);
            if (length < 0) return header.Length;
            at += length;
            if (at + 2 >= header.Length || header[at + 2] is not ((byte)' ' or (byte)'\t')) return at;
            at += 2;
        }
    }

    private static int IndexOf(ReadOnlySpan<byte> field)
    {
        var name = field[..Math.Max(0, field.IndexOf((byte)':'))];
        for (var at = 0; at < Bytes.Length; at++)
            if (Bytes[at].Length == name.Length && Ascii.EqualsIgnoreCase(Bytes[at], name)) return at;
        return -1;
    }
}
