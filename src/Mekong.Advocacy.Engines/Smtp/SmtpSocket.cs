using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>The TCP side of a connection, and what it tells of both ends.</summary>
internal static class SmtpSocket
{
    /// <summary>Without Nagle's algorithm, which would wait for an acknowledgement that the server puts off.</summary>
    /// <exception cref="LineLostException">Nobody answered in time.</exception>
    /// <exception cref="SocketException">Nobody is there.</exception>
    public static async Task<Socket> Connect(SmtpOptions options, SmtpLimits limits, TimeProvider clock, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var timer = new CancellationTokenSource(limits.Connect, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, both.Token);
            return socket;
        }
        catch (Exception e)
        {
            socket.Dispose();
            if (e is OperationCanceledException && !ct.IsCancellationRequested) throw new LineLostException("No connection in time.");
            throw;
        }
    }

    public static bool IsLoopback(Socket socket) => IPAddress.IsLoopback(Plain(socket.RemoteEndPoint));

    /// <summary>RFC 5321 §4.1.1.1: a name that may be looked up, or an address literal.</summary>
    public static string NameFor(Socket socket, SmtpOptions options)
    {
        var name = options.ClientName ?? Dns.GetHostName();
        if (options.ClientName is not null || name.Contains('.', StringComparison.Ordinal) && Ascii.IsValid(name)) return name;
        var address = Plain(socket.LocalEndPoint);
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]";
    }

    private static IPAddress Plain(EndPoint? end) =>
        ((IPEndPoint)end!).Address is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : ((IPEndPoint)end).Address;
}
