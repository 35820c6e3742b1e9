using System.Text;
using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;
using MimeKit;
using MimeKit.Text;

namespace Mekong.Advocacy.Engines.MailKit;

/// <summary>A message as MimeKit writes it: 7-bit, the same on every retry, with the envelope beside it.</summary>
internal sealed class MailKitLetter : IDisposable
{
    private MailKitLetter(MimeMessage content, SmtpEnvelope envelope) => (Content, Envelope) = (content, envelope);

    public MimeMessage Content { get; }
    public SmtpEnvelope Envelope { get; }

    public void Dispose() => Content.Dispose();

    /// <exception cref="ArgumentException">It cannot be written without harm; the house's rules for this are the same for every engine.</exception>
    public static MailKitLetter Write(EmailMessage message, MailKitSigner? signer)
    {
        var envelope = SmtpEnvelope.Of(message);
        var content = new MimeMessage(new List<Header>()); // none of MimeKit's own making
        content.From.Add(Mailbox("From", message.From));
        content.To.Add(Mailbox("To", message.To));
        content.Date = message.Date;
        foreach (var field in Further(message)) content.Headers.Add(field);
        content.MimeVersion = new Version(1, 0);
        content.Body = Body(message);
        content.Prepare(EncodingConstraint.SevenBit);
        signer?.Sign(content);
        return new MailKitLetter(content, envelope);
    }

    private static List<Header> Further(EmailMessage message)
    {
        List<Header> fields =
        [
            new(Encoding.UTF8, "Message-ID", $"<{HeaderGuard.CheckToken("Message-ID", message.MessageId)}>"),
            new(Encoding.UTF8, "Subject", HeaderGuard.Check("Subject", message.Subject)),
        ];
        foreach (var (name, value) in message.Headers)
        {
            FurtherHeader.Check(name, value);
            fields.Add(new(Encoding.UTF8, name, value));
        }
        return fields;
    }

    private static MailboxAddress Mailbox(string field, Mailbox mailbox) =>
        new(Encoding.UTF8, HeaderGuard.Check(field, mailbox.Name ?? "").Trim(), EmailAddress.Written(mailbox.Address));

    private static Multipart Body(EmailMessage message)
    {
        Span<byte> boundaries = stackalloc byte[2 * MimeWriter.BoundaryLength];
        MimeWriter.Boundaries(message.MessageId, boundaries);
        Multipart body = new MultipartAlternative(Part(TextFormat.Plain, message.Text), Part(TextFormat.Html, message.Html));
        body.Boundary = Encoding.ASCII.GetString(boundaries[..MimeWriter.BoundaryLength]);
        if (message.Attachments.Count > 0)
        {
            body = new Multipart("mixed", [body, .. message.Attachments.Select(File)]);
            body.Boundary = Encoding.ASCII.GetString(boundaries[MimeWriter.BoundaryLength..]);
        }
        body.Headers.Add("Content-Language", HeaderGuard.CheckToken("Content-Language", message.Language));
        return body;
    }

    private static TextPart Part(TextFormat format, MergedText text)
    {
        var part = new TextPart(format);
        part.SetText(Encoding.UTF8, text.ToString().ReplaceLineEndings("\r\n"));
        return part;
    }

    private static MimePart File(Attachment file)
    {
        AttachedFiles.Check(file);
        return new MimePart(file.MediaType)
        {
            Content = new MimeContent(new MemoryStream(file.Content.ToArray(), writable: false)),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = file.FileName },
            ContentTransferEncoding = ContentEncoding.Base64,
        };
    }
}
