using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Mekong.Advocacy.Engines.MailKit;

/// <summary>The message is over the size that the server offers; nothing of it was said.</summary>
internal sealed class OversizeException : Exception;

/// <summary>MailKit's client with our envelope: reports asked for, nothing rewritten, nothing sent that is too large.</summary>
internal sealed class EnvelopeClient : SmtpClient
{
    /// <summary>Our letters are ASCII from end to end, so these are never needed; with SMTPUTF8 MailKit would write domains in their own script.</summary>
    private const SmtpCapabilities Unwanted = SmtpCapabilities.UTF8 | SmtpCapabilities.BinaryMime | SmtpCapabilities.Chunking | SmtpCapabilities.EightBitMime;

    private string? envelopeId;

    public EnvelopeClient() => DeliveryStatusNotificationType = DeliveryStatusNotificationType.HeadersOnly;

    public Task<string> Send(MailKitLetter letter, ITransferProgress progress, CancellationToken ct)
    {
        Capabilities &= ~Unwanted;
        envelopeId = letter.Envelope.Id;
        return SendAsync(FormatOptions.Default, letter.Content, new MailboxAddress("", letter.Envelope.From), [new MailboxAddress("", letter.Envelope.To)], ct, progress);
    }

    protected override string? GetEnvelopeId(MimeMessage message) => envelopeId;

    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) => DeliveryStatusNotification.Failure;

    /// <summary>It was prepared, and perhaps signed, when it was written.</summary>
    protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength) { }

    protected override async Task<long> GetSizeAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken)
    {
        var size = await base.GetSizeAsync(options, message, cancellationToken);
        return MaxSize == 0 || size <= MaxSize ? size : throw new OversizeException();
    }
}
