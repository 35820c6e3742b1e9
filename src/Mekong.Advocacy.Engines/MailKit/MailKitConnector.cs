using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;

namespace Mekong.Advocacy.Engines.MailKit;

/// <summary>Opens connections on sockets of ours: TCP without Nagle's algorithm, then greeting, EHLO, TLS and log-in by MailKit.</summary>
internal sealed class MailKitConnector(SmtpOptions options, SmtpLimits limits, TimeProvider clock)
{
    private readonly SmtpTls tls = new(options);

    /// <exception cref="NoConnectionException">None came about, and why.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> ended it.</exception>
    public async Task<MailKitConnection> Open(CancellationToken ct) => await Open(inClear: false, ct) ?? (await Open(inClear: true, ct))!;

    /// <param name="inClear">STARTTLS was offered and then refused, where plain text would do as well.</param>
    /// <returns>Null: try in clear.</returns>
    private async Task<MailKitConnection?> Open(bool inClear, CancellationToken ct)
    {
        EnvelopeClient? client = null;
        PatientStream? stream = null;
        try
        {
            var socket = await SmtpSocket.Connect(options, limits, clock, ct);
            stream = new PatientStream(new NetworkStream(socket, ownsSocket: true), clock) { Patience = limits.Command };
            var protection = SmtpProtection.Of(options, SmtpSocket.IsLoopback(socket));
            client = Client(SmtpSocket.NameFor(socket, options), protection);
            if (await Refused(client, stream, inClear ? SecureSocketOptions.None : How(protection), ct) is { } refused)
            {
                if (!refused.AtStartTls || protection.Required) throw new NoConnectionException(refused.Handover);
                client.Dispose();
                await stream.DisposeAsync();
                return null;
            }
            if (!string.IsNullOrEmpty(options.User)) await MailKitLogIn.Run(client, options, protection, ct);
            return new MailKitConnection(client, stream, limits, clock);
        }
        catch (Exception e)
        {
            client?.Dispose();
            if (stream is not null) await stream.DisposeAsync();
            ct.ThrowIfCancellationRequested(); // in whatever MailKit wraps it
            if (MailKitFaults.Of(e) is { } handover) throw new NoConnectionException(handover);
            throw;
        }
    }

    private EnvelopeClient Client(string name, SmtpProtection protection) => new()
    {
        LocalDomain = name,
        CheckCertificateRevocation = false, // as the built-in engine: the authorities' lists are not asked for on every connection
        ServerCertificateValidationCallback = (_, certificate, _, errors) => tls.Believes(certificate, errors, protection.Verify),
    };

    /// <summary>Null when MailKit is connected. It tells only the code of a refusal; that something was offered shows it came after EHLO.</summary>
    private async Task<(Handover Handover, bool AtStartTls)?> Refused(EnvelopeClient client, PatientStream stream, SecureSocketOptions how, CancellationToken ct)
    {
        try
        {
            await client.ConnectAsync(stream, options.Host, options.Port, how, ct);
            return null;
        }
        catch (SmtpCommandException e)
        {
            var atStartTls = client.Capabilities.HasFlag(SmtpCapabilities.StartTLS);
            var reply = new SmtpReply((int)e.StatusCode, e.Message.Split('\n'));
            return (SmtpFates.Refused(atStartTls ? SmtpStep.Authentication : SmtpStep.Greeting, reply, null), atStartTls);
        }
    }

    private static SecureSocketOptions How(SmtpProtection protection) => protection switch
    {
        { Implicit: true } => SecureSocketOptions.SslOnConnect,
        { StartTls: true, Required: true } => SecureSocketOptions.StartTls,
        { StartTls: true } => SecureSocketOptions.StartTlsWhenAvailable,
        _ => SecureSocketOptions.None,
    };
}
