using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Writes a message as RFC 5322 and 2045 bytes, 7-bit clean and the same on every retry.</summary>
internal static class MimeWriter
{
    /// <exception cref="ArgumentException">A header would break out of its line, or a sender or recipient cannot be written.</exception>
    public static byte[] Write(EmailMessage message)
    {
        var id = HeaderGuard.CheckToken("Message-ID", message.MessageId);
        var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(id)))[..32];
        var output = new StringBuilder(2 * (message.Html.Length + message.Text.Length) + 1024);
        output.Append(MailboxHeader.Write("From", message.From)).Append(MailboxHeader.Write("To", message.To))
            .Append(new HeaderField("Subject").Unstructured(HeaderGuard.Check("Subject", message.Subject)))
            .Append(new HeaderField("Date").Verbatim(Date(message.Date)))
            .Append("Message-ID: <").Append(id).Append(">\r\n") // never folded: some readers would not find it
            .Append("MIME-Version: 1.0\r\n")
            .Append(new HeaderField("Content-Language").Verbatim(HeaderGuard.CheckToken("Content-Language", message.Language)));
        foreach (var (name, value) in message.Headers) output.Append(FurtherHeader.Write(name, value));
        output.Append("Content-Type: multipart/alternative;\r\n boundary=\"").Append(boundary).Append("\"\r\n\r\n");
        output.Append("--").Append(boundary).Append("\r\n");
        MimePart.Write(output, "plain", message.Text);
        output.Append("--").Append(boundary).Append("\r\n");
        MimePart.Write(output, "html", message.Html);
        output.Append("--").Append(boundary).Append("--\r\n");
        return Encoding.ASCII.GetBytes(output.ToString());
    }

    // RFC 5322 §3.3: the zone has no colon.
    private static string Date(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
}
