using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Writes a message as RFC 5322 and 2045 bytes, 7-bit clean, the same on every retry, and with no line that begins with a dot.</summary>
internal static class MimeWriter
{
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
        Span<byte> boundary = stackalloc byte[34];
        Boundary(id, boundary);
        WriteHeader(message, id, html.Headers, output);
        output.Add("Content-Type: multipart/alternative;\r\n boundary=\""u8).Add(boundary).Add("\"\r\n\r\n"u8);
        WritePart(boundary, "plain"u8, text, message.Text.Values, output);
        WritePart(boundary, "html"u8, html, message.Html.Values, output);
        output.Add("--"u8).Add(boundary).Add("--\r\n"u8);
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

    /// <summary>No body can hold it: neither encoding writes an underscore after an equals sign.</summary>
    private static void Boundary(string id, Span<byte> boundary)
    {
        Span<byte> ascii = id.Length <= 256 ? stackalloc byte[id.Length] : new byte[id.Length];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(ascii[..Encoding.ASCII.GetBytes(id, ascii)], hash);
        "=_"u8.CopyTo(boundary);
        Convert.TryToHexStringLower(hash[..16], boundary[2..], out _);
    }
}
