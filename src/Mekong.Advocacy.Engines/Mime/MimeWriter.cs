using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Writes a message as RFC 5322 and 2045 bytes, 7-bit clean, the same on every retry, and with no line that begins with a dot.</summary>
internal static class MimeWriter
{
    public const int BoundaryLength = 34;

    /// <exception cref="ArgumentException">A header would break out of its line, or a sender or recipient cannot be written.</exception>
    public static byte[] Write(EmailMessage message)
    {
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        Write(message, output);
        return output.WrittenSpan.ToArray();
    }

    /// <param name="output">What it gets is of no use when this throws.</param>
    /// <exception cref="ArgumentException">A header would break out of its line, or a sender or recipient cannot be written.</exception>
    public static void Write(EmailMessage message, ArrayBufferWriter<byte> output)
    {
        var (text, html) = (EncodedFrame.Of(message.Text.Frame), EncodedFrame.Of(message.Html.Frame));
        var id = HeaderGuard.CheckToken("Message-ID", message.MessageId);
        Span<byte> boundaries = stackalloc byte[2 * BoundaryLength];
        Boundaries(id, boundaries);
        var inner = boundaries[..BoundaryLength];
        var outer = boundaries[BoundaryLength..];
        WriteHeader(message, id, html.Headers, output);
        if (message.Attachments.Count > 0) AttachedFiles.Begin(outer, output);
        output.Add("Content-Type: multipart/alternative;\r\n boundary=\""u8).Add(inner).Add("\"\r\n\r\n"u8);
        WritePart(inner, "plain"u8, text, message.Text.Values, output);
        WritePart(inner, "html"u8, html, message.Html.Values, output);
        output.Add("--"u8).Add(inner).Add("--\r\n"u8);
        if (message.Attachments.Count > 0) AttachedFiles.Write(message.Attachments, outer, output);
    }

    private static void WriteHeader(EmailMessage message, string id, HeaderMemo memo, ArrayBufferWriter<byte> output)
    {
        memo.Write(0, "From", message.From, MailboxHeader.Write, output);
        MailboxHeader.Write("To", message.To, output);
        memo.Write(1, "Subject", message.Subject, static (name, value, to) => new HeaderField(name, to).Unstructured(HeaderGuard.Check(name, value)).End(), output);
        DateHeader.Write(message.Date, output);
        output.Add("Message-ID: <"u8).Add(id).Add(">\r\nMIME-Version: 1.0\r\n"u8); // never folded: some readers would not find it
        memo.Write(2, "Content-Language", message.Language, static (name, value, to) => new HeaderField(name, to).Verbatim(HeaderGuard.CheckToken(name, value)).End(), output);
        for (var i = 0; i < message.Headers.Count; i++) memo.Write(3 + i, message.Headers[i].Key, message.Headers[i].Value, FurtherHeader.Write, output);
    }

    private static void WritePart(ReadOnlySpan<byte> boundary, ReadOnlySpan<byte> subtype, EncodedFrame frame, IReadOnlyList<string> values, ArrayBufferWriter<byte> output)
    {
        output.Add("--"u8).Add(boundary).Add("\r\nContent-Type: text/"u8).Add(subtype)
            .Add("; charset=utf-8\r\nContent-Transfer-Encoding: "u8).Add(frame.Encoding).Add("\r\n\r\n"u8);
        frame.Write(values, output);
        output.Add("\r\n"u8);
    }

    /// <summary>Two of 34 characters. No body can hold one: neither encoding writes an underscore after an equals sign.</summary>
    public static void Boundaries(string id, Span<byte> boundaries)
    {
        Span<byte> ascii = id.Length <= 256 ? stackalloc byte[id.Length] : new byte[id.Length];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(ascii[..Encoding.ASCII.GetBytes(id, ascii)], hash);
        for (var half = 0; half < 2; half++)
        {
            var boundary = boundaries.Slice(half * BoundaryLength, BoundaryLength);
            "=_"u8.CopyTo(boundary);
            Convert.TryToHexStringLower(hash.Slice(half * 16, 16), boundary[2..], out _);
        }
    }
}
