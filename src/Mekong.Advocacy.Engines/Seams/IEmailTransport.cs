namespace Mekong.Advocacy.Engines.Seams;

/// <summary>An address and the name to show with it (any script; no CR or LF).</summary>
public sealed record Mailbox(string Address, string? Name = null);

/// <summary>One message to one recipient, before it is written as RFC 5322.</summary>
/// <param name="MessageId">Without angle brackets; the same on every retry, so a receiver can drop a copy.</param>
/// <param name="EnvelopeFrom">The VERP return path of RFC 5321; it shows in no header.</param>
/// <param name="Language">BCP 47, becomes Content-Language.</param>
/// <param name="Text">Text and Html: those of one campaign and language share their frames, and with them what an engine has written of the header.</param>
/// <param name="Headers">Further header fields in order, e.g. List-Unsubscribe; values are unfolded text.</param>
/// <param name="EnvelopeId">ENVID of RFC 3461, where the server offers DSN.</param>
public sealed record EmailMessage(
    string MessageId,
    string EnvelopeFrom,
    Mailbox From,
    Mailbox To,
    string Subject,
    MergedText Text,
    MergedText Html,
    string Language,
    DateTimeOffset Date,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    string? EnvelopeId = null)
{
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}

/// <summary>A file that goes with a message.</summary>
/// <param name="FileName">ASCII letters, digits, dots, hyphens and underscores.</param>
/// <param name="MediaType">Such as application/pdf.</param>
public sealed record Attachment(string FileName, string MediaType, ReadOnlyMemory<byte> Content);

/// <summary>Hands e-mail to the next server.</summary>
public interface IEmailTransport
{
    /// <summary>How many messages may be under way at once: one per connection.</summary>
    int Connections { get; }

    /// <summary>Hands one message over and tells its fate; throws only when <paramref name="ct"/> ended it before the hand-over began.</summary>
    Task<Handover> Send(EmailMessage message, CancellationToken ct);

    /// <summary>A line of one's own, for one caller at a time.</summary>
    IEmailLine Open();
}
