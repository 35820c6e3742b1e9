using System.Net.Sockets;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>Bytes out, replies in, each within its time; whatever breaks becomes a <see cref="LineLostException"/>.</summary>
internal sealed class SmtpWire(Stream stream, TimeProvider clock) : IAsyncDisposable
{
    private readonly byte[] buffer = new byte[4096];
    private readonly SmtpReplyReader reader = new();
    private Stream stream = stream;
    private int start, end;

    public Task Write(ReadOnlyMemory<byte> bytes, TimeSpan limit, CancellationToken ct) =>
        Within(limit, async t => { await stream.WriteAsync(bytes, t); return 0; }, ct);

    public Task<SmtpReply> Read(TimeSpan limit, CancellationToken ct) => Within(limit, ReadReply, ct);

    /// <summary>Goes on over TLS. What came in before is thrown away: anyone on the way could have put it there.</summary>
    public Task Upgrade(Func<Stream, CancellationToken, Task<Stream>> wrap, TimeSpan limit, CancellationToken ct)
    {
        start = end = 0;
        return Within(limit, async t => { stream = await wrap(stream, t); return 0; }, ct);
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async Task<SmtpReply> ReadReply(CancellationToken ct)
    {
        while (true)
        {
            if (reader.Take(buffer, ref start, end) is { } reply) return reply;
            start = 0;
            end = await stream.ReadAsync(buffer, ct);
            if (end == 0) throw new IOException("The server closed the connection.");
        }
    }

    private async Task<T> Within<T>(TimeSpan limit, Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);
        try { return await work(both.Token); }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { throw new LineLostException("No answer in time."); }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException) { throw new LineLostException(e.Message, e); }
    }
}
