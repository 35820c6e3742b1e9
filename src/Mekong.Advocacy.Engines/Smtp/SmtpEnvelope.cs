using System.Globalization;
using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>Who it is from, who it is for, and what the MAIL and RCPT commands say of them.</summary>
internal sealed record SmtpEnvelope(string From, string To, string? Id)
{
    public static SmtpEnvelope Of(EmailMessage message)
    {
        // An empty return path is legal (RFC 5321 §4.5.5): nothing is reported back.
        var from = message.EnvelopeFrom.Length == 0 ? "" : EmailAddress.Written(message.EnvelopeFrom);
        var id = message.EnvelopeId is null ? null : HeaderGuard.CheckToken("ENVID", message.EnvelopeId);
        // RFC 3461 §4.4: at most 100 characters; no ENVID is better than a refused message.
        return new SmtpEnvelope(from, EmailAddress.Written(message.To.Address), id is { } && XText.Encode(id).Length > 100 ? null : id);
    }

    public string Mail(SmtpExtensions offers, int size)
    {
        var command = $"MAIL FROM:<{From}>";
        if (offers.Size is not null) command += string.Create(CultureInfo.InvariantCulture, $" SIZE={size}");
        if (offers.EightBit) command += " BODY=7BIT"; // the writer keeps it so (RFC 6152 §2)
        if (offers.Dsn) command += Id is null ? " RET=HDRS" : $" RET=HDRS ENVID={XText.Encode(Id)}";
        return command + "\r\n";
    }

    public string Recipient(SmtpExtensions offers) =>
        $"RCPT TO:<{To}>{(offers.Dsn ? $" NOTIFY=FAILURE ORCPT=rfc822;{XText.Encode(To)}" : "")}\r\n";
}
