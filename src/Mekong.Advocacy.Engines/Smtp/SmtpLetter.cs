using System.Buffers;
using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>A message as it goes over a line: its envelope, and its content with the final dot, in a buffer that serves the message after next again.</summary>
internal sealed class SmtpLetter
{
    [ThreadStatic] private static ArrayBufferWriter<byte>? unsigned;

    private readonly ArrayBufferWriter<byte> content = new(16 * 1024);

    public EmailMessage Message { get; private set; } = null!;
    public SmtpEnvelope Envelope { get; private set; } = null!;
    public ReadOnlyMemory<byte> Content => content.WrittenMemory;

    /// <summary>No line of what the writer and the signer write begins with a dot: nothing is to be stuffed (RFC 5321 §4.5.2).</summary>
    /// <exception cref="ArgumentException">It cannot be written without harm.</exception>
    public SmtpLetter Write(EmailMessage message, DkimSigner? signer)
    {
        (Message, Envelope) = (message, SmtpEnvelope.Of(message));
        content.ResetWrittenCount();
        if (signer is null) MimeWriter.Write(message, content);
        else
        {
            var bare = unsigned ??= new ArrayBufferWriter<byte>(16 * 1024);
            bare.ResetWrittenCount();
            MimeWriter.Write(message, bare);
            signer.Sign(bare.WrittenSpan, content);
            content.Write(bare.WrittenSpan);
        }
        content.Write(".\r\n"u8);
        return this;
    }
}
