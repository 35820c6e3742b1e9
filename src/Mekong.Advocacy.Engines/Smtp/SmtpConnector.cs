using System.Net.Sockets;
using System.Security.Authentication;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>Opens connections: TCP, greeting, EHLO, TLS, log-in.</summary>
internal sealed class SmtpConnector(SmtpOptions options, SmtpLimits limits, TimeProvider clock)
{
    private readonly SmtpTls tls = new(options);

    /// <exception cref="NoConnectionException">None came about, and why.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> ended it.</exception>
    public async Task<SmtpConnection> Open(CancellationToken ct)
    {
        SmtpWire? wire = null;
        try
        {
            var socket = await SmtpSocket.Connect(options, limits, clock, ct);
            wire = new SmtpWire(new NetworkStream(socket, ownsSocket: true), clock);
            var protection = SmtpProtection.Of(options, SmtpSocket.IsLoopback(socket));
            var offers = await new SmtpOpening(wire, options, limits, tls, protection, SmtpSocket.NameFor(socket, options)).Run(ct);
            return new SmtpConnection(wire, offers, limits, clock);
        }
        catch (Exception e)
        {
            if (wire is not null) await wire.DisposeAsync();
            if (e is LineLostException or SocketException) throw new NoConnectionException(new Handover(Fate.Unreachable, "no-connection", e.Message));
            if (e is AuthenticationException) throw new NoConnectionException(new Handover(Fate.OurFault, "certificate", e.Message));
            throw;
        }
    }
}
