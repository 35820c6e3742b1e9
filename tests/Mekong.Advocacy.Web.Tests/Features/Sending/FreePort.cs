using System.Net;
using System.Net.Sockets;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>A port on which nobody listens.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
