using System.Net.Sockets;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>Bytes out, replies in, each within its time; whatever breaks becomes a <see cref="LineLostException"/>.</summary>
internal sealed class SmtpWire(Stream stream, TimeProvider clock) : IAsyncDisposable
{
    private readonly byte[] buffer = new byte[4096];
    private readonly SmtpReplyReader reader = new();
    private Stream stream = stream;
    private CancellationTokenSource patience = new(Timeout.InfiniteTimeSpan, clock);
    private int start, end;

    public Task Write(ReadOnlyMemory<byte> bytes, TimeSpan limit, CancellationToken ct) =>
        Within(limit, static async (wire, bytes, t) => await wire.stream.WriteAsync(bytes, t), bytes, ct);

    /// <summary>Replies that came together with an earlier one are there already.</summary>
    public async ValueTask<SmtpReply> Read(TimeSpan limit, CancellationToken ct)
    {
        SmtpReply? reply;
        while ((reply = Take()) is null) await Within(limit, static (wire, _, t) => wire.Receive(t), 0, ct);
        return reply;
    }

    /// <summary>Goes on over TLS. What came in before is thrown away: anyone on the way could have put it there.</summary>
    public Task Upgrade(Func<Stream, CancellationToken, Task<Stream>> wrap, TimeSpan limit, CancellationToken ct)
    {
        start = end = 0;
        return Within(limit, static async (wire, wrap, t) => wire.stream = await wrap(wire.stream, t), wrap, ct);
    }

    public ValueTask DisposeAsync()
    {
        patience.Dispose();
        return stream.DisposeAsync();
    }

    private SmtpReply? Take()
    {
        try { return reader.Take(buffer, ref start, end); }
        catch (IOException e) { throw new LineLostException(e.Message, e); }
    }

    private async Task Receive(CancellationToken ct)
    {
        start = 0;
        end = await stream.ReadAsync(buffer, ct);
        if (end == 0) throw new IOException("The server closed the connection.");
    }

    private async Task Within<T>(TimeSpan limit, Func<SmtpWire, T, CancellationToken, Task> work, T with, CancellationToken ct)
    {
        if (!patience.TryReset())
        {
            patience.Dispose();
            patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        }
        patience.CancelAfter(limit);
        using var stop = ct.UnsafeRegister(static timer => ((CancellationTokenSource)timer!).Cancel(), patience);
        try { await work(this, with, patience.Token); }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { throw new LineLostException("No answer in time."); }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException) { throw new LineLostException(e.Message, e); }
        finally { patience.CancelAfter(Timeout.InfiniteTimeSpan); }
    }
}
