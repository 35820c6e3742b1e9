using System.Net;
using System.Net.Sockets;

namespace Mekong.Advocacy.Faults;

/// <summary>Stands where the database was, hangs up on whoever calls, and counts them.</summary>
internal sealed class ClosedDoor : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly Task answering;

    public ClosedDoor(int port)
    {
        listener = new(IPAddress.Loopback, port);
        listener.Start(100);
        answering = Answer();
    }

    public int Calls { get; private set; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await answering;
    }

    private async Task Answer()
    {
        try
        {
            while (true)
            {
                using var caller = await listener.AcceptTcpClientAsync();
                Calls++; // before the caller knows of it
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException) { }
    }
}
