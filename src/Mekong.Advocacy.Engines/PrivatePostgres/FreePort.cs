using System.Net;
using System.Net.Sockets;

namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>Ports of 127.0.0.1 on which nobody listens.</summary>
internal static class FreePort
{
    public static int Any() => TryListen(0) ?? throw new PrivatePostgresException("No port of 127.0.0.1 is free for the database.");

    /// <summary>The wanted port while it is free, or else another.</summary>
    public static int Preferring(int wanted) => TryListen(wanted) ?? Any();

    private static int? TryListen(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
