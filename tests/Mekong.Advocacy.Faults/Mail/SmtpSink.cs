using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mekong.Advocacy.Faults;

/// <summary>A message that the sink took: the envelope commands, and the content with its dots taken back.</summary>
internal sealed record SunkMessage(int Session, string Mail, string Recipient, byte[] Content);

/// <summary>An SMTP server on loopback that answers by script and remembers everything.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentBag<Task> sessions = [];
    private readonly Task accepting;
    private int count, open, most;

    /// <param name="port">0: any that is free.</param>
    /// <param name="keepsEverything">False: only the ledger is kept, for campaigns of a size that memory does not hold.</param>
    public SmtpSink(SinkScript? script = null, int port = 0, bool keepsEverything = true)
    {
        KeepsEverything = keepsEverything;
        Script = script ?? new SinkScript();
        listener = new(IPAddress.Loopback, port);
        listener.Start(100);
        accepting = Accept();
    }

    public SinkScript Script { get; set; }
    public bool KeepsEverything { get; }

    /// <summary>What was taken, by Message-ID.</summary>
    public SinkLedger Ledger { get; private set; } = new();
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public ConcurrentQueue<SunkMessage> Messages { get; } = new();

    /// <summary>"session:command" in the order of arrival.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>What one read from the network brought: shows what was written together.</summary>
    public ConcurrentQueue<string> Reads { get; } = new();

    public int Sessions => Volatile.Read(ref count);
    public int MostAtOnce => Volatile.Read(ref most);
    public int OpenNow => Volatile.Read(ref open);

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(sessions);
        end.Dispose();
    }

    /// <summary>From here on counts what comes from here on.</summary>
    public void OpenNewBooks() => Ledger = new();

    internal void Noted(string command)
    {
        if (KeepsEverything) Commands.Enqueue(command);
    }

    internal void Heard(ReadOnlySpan<byte> read)
    {
        if (KeepsEverything) Reads.Enqueue(Encoding.Latin1.GetString(read));
    }

    internal void Took(SunkMessage message)
    {
        if (KeepsEverything) Messages.Enqueue(message);
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(end.Token);
                client.NoDelay = true;
                sessions.Add(Serve(client, Interlocked.Increment(ref count)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException) { }
    }

    /// <summary>A session that is over for the server is not counted any more, even before its client has heard so.</summary>
    internal void Left() => Interlocked.Decrement(ref open);

    private async Task Serve(TcpClient client, int number)
    {
        var now = Interlocked.Increment(ref open);
        for (var seen = most; seen < now; seen = most) Interlocked.CompareExchange(ref most, now, seen);
        var session = new SmtpSinkSession(this, client.GetStream(), number);
        try
        {
            using (client) await session.Run(end.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException) { }
        finally { session.Leave(); }
    }
}
