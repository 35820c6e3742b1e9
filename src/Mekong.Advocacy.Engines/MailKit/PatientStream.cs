namespace Mekong.Advocacy.Engines.MailKit;

/// <summary>The network as MailKit sees it, with a limit on each wait: its own time-outs hold for blocking calls only.</summary>
internal sealed class PatientStream(Stream network, TimeProvider clock) : Stream
{
    private CancellationTokenSource timer = new(Timeout.InfiniteTimeSpan, clock);

    /// <summary>How long one read or write may take.</summary>
    public TimeSpan Patience { get; set; }

    public override bool CanRead => true;
    public override bool CanWrite => true;
    public override bool CanSeek => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var stop = Wait(cancellationToken);
        try { return await network.ReadAsync(buffer, timer.Token); }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested) { throw new IOException("No answer in time."); }
        finally { timer.CancelAfter(Timeout.InfiniteTimeSpan); }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var stop = Wait(cancellationToken);
        try { await network.WriteAsync(buffer, timer.Token); }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested) { throw new IOException("No answer in time."); }
        finally { timer.CancelAfter(Timeout.InfiniteTimeSpan); }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => network.FlushAsync(cancellationToken);
    public override int Read(byte[] buffer, int offset, int count) => network.Read(buffer, offset, count);
    public override void Write(byte[] buffer, int offset, int count) => network.Write(buffer, offset, count);
    public override void Flush() => network.Flush();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            network.Dispose();
            timer.Dispose();
        }
        base.Dispose(disposing);
    }

    private CancellationTokenRegistration Wait(CancellationToken ct)
    {
        if (!timer.TryReset())
        {
            timer.Dispose();
            timer = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        }
        timer.CancelAfter(Patience);
        return ct.UnsafeRegister(static one => ((CancellationTokenSource)one!).Cancel(), timer);
    }
}
