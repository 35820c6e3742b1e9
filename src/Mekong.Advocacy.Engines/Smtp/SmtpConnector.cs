using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
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
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        SmtpWire? wire = null;
        try
        {
            await Connect(socket, ct);
            var loopback = IPAddress.IsLoopback(Plain(socket.RemoteEndPoint));
            wire = new SmtpWire(new NetworkStream(socket, ownsSocket: true), clock);
            var offers = await new SmtpOpening(wire, options, limits, tls, SmtpProtection.Of(options, loopback), NameFor(socket)).Run(ct);
            return new SmtpConnection(wire, offers, limits, clock);
        }
        catch (Exception e)
        {
            if (wire is not null) await wire.DisposeAsync();
            socket.Dispose();
            if (e is LineLostException or SocketException) throw new NoConnectionException(new Handover(Fate.Unreachable, "no-connection", e.Message));
            if (e is AuthenticationException) throw new NoConnectionException(new Handover(Fate.OurFault, "certificate", e.Message));
            throw;
        }
    }

    private async Task Connect(Socket socket, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(limits.Connect, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);
        try { await socket.ConnectAsync(options.Host, options.Port, both.Token); }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { throw new LineLostException("No connection in time."); }
    }

    // RFC 5321 §4.1.1.1: a name that may be looked up, or an address literal.
    private string NameFor(Socket socket)
    {
        var name = options.ClientName ?? Dns.GetHostName();
        if (options.ClientName is not null || name.Contains('.', StringComparison.Ordinal) && Ascii.IsValid(name)) return name;
        var address = Plain(socket.LocalEndPoint);
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]";
    }

    private static IPAddress Plain(EndPoint? end) =>
        ((IPEndPoint)end!).Address is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : ((IPEndPoint)end).Address;
}
