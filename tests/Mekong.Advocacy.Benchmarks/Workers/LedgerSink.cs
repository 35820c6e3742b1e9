using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Mekong.Advocacy.Benchmarks.Mail;

namespace Mekong.Advocacy.Benchmarks.Workers;

/// <summary>A mail server that says yes to everything and keeps a ledger of Message-IDs: what came twice came twice.</summary>
internal sealed class LedgerSink : IMailSink
{
    private static readonly byte[] Welcome = "220 ready\r\n"u8.ToArray(), Hello = "250-here\r\n250-PIPELINING\r\n250 8BITMIME\r\n"u8.ToArray(),
        Yes = "250 2.0.0 Ok\r\n"u8.ToArray(), GoOn = "354 Go on\r\n"u8.ToArray(), Bye = "221 Bye\r\n"u8.ToArray();

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Task listening;
    private long count, bytes;

    public LedgerSink()
    {
        listener.Start(512);
        listening = Listen();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public long Count => Interlocked.Read(ref count);
    public double Bytes => Interlocked.Read(ref bytes);

    /// <summary>Messages that had come before under the same Message-ID.</summary>
    public long Twice { get { lock (seen) return Count - seen.Count; } }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Stop();
        await listening;
        over.Dispose();
    }

    private async Task Listen()
    {
        var sessions = new List<Task>();
        try
        {
            while (true) sessions.Add(Serve(await listener.AcceptTcpClientAsync(over.Token)));
        }
        catch (OperationCanceledException) { }
        await Task.WhenAll(sessions);
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        client.NoDelay = true;
        var (input, output) = (PipeReader.Create(client.GetStream()), PipeWriter.Create(client.GetStream()));
        try
        {
            output.Write(Welcome);
            await output.FlushAsync(over.Token);
            for (var (goes, data) = (true, false); goes;)
            {
                var read = await input.ReadAsync(over.Token);
                var rest = read.Buffer;
                while (goes && (data ? TakeMessage(ref rest, output) : TakeCommand(ref rest, output, ref goes)) is { } next) data = next;
                Interlocked.Add(ref bytes, read.Buffer.Slice(0, rest.Start).Length);
                input.AdvanceTo(rest.Start, rest.End);
                await output.FlushAsync(over.Token);
                goes &= !read.IsCompleted;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException) { } // the other side, or all, is over
    }

    /// <returns>Whether a message follows; null: there is no whole line yet.</returns>
    private static bool? TakeCommand(ref ReadOnlySequence<byte> rest, PipeWriter output, ref bool goes)
    {
        if (rest.PositionOf((byte)'\n') is not { } end) return null;
        var verb = Encoding.ASCII.GetString(rest.Slice(0, Math.Min(4, rest.Slice(0, end).Length))).ToUpperInvariant();
        rest = rest.Slice(rest.GetPosition(1, end));
        goes = verb != "QUIT";
        output.Write(verb switch { "EHLO" => Hello, "DATA" => GoOn, "QUIT" => Bye, _ => Yes });
        return verb == "DATA";
    }

    /// <returns>False after the final dot; null: it has not come yet.</returns>
    private bool? TakeMessage(ref ReadOnlySequence<byte> rest, PipeWriter output)
    {
        var reader = new SequenceReader<byte>(rest);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> message, "\r\n.\r\n"u8)) return null;
        rest = rest.Slice(reader.Position);
        Note(message);
        output.Write(Yes);
        return false;
    }

    private void Note(ReadOnlySequence<byte> message)
    {
        var reader = new SequenceReader<byte>(message);
        var id = reader.TryReadTo(out ReadOnlySequence<byte> _, "\r\nMessage-ID: <"u8) && reader.TryReadTo(out ReadOnlySequence<byte> found, (byte)'>') ? Encoding.ASCII.GetString(found) : "";
        lock (seen) seen.Add(id);
        Interlocked.Increment(ref count);
    }
}
