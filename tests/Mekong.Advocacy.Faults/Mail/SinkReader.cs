using System.Buffers;
using System.Text;

namespace Mekong.Advocacy.Faults;

/// <summary>What a client writes, line by line, without a string for each line of a message.</summary>
internal sealed class SinkReader(Stream stream, Action<ReadOnlySpan<byte>>? read)
{
    private const byte NewLine = (byte)'\n', Return = (byte)'\r', Dot = (byte)'.';

    private byte[] buffer = new byte[65536];
    private int start, end;

    /// <summary>True when the next line is here already.</summary>
    public bool HasLine => buffer.AsSpan(start, end - start).Contains(NewLine);

    public async ValueTask<string?> Line(CancellationToken ct) =>
        await Next(ct) is { } line ? Encoding.Latin1.GetString(line.Span) : null;

    /// <summary>The content up to the final dot, dots taken back; of a sink that keeps nothing, its header only.</summary>
    public async Task<byte[]?> Content(bool whole, CancellationToken ct)
    {
        var content = new ArrayBufferWriter<byte>(4096);
        for (var header = true; ;)
        {
            if (await Next(ct) is not { } line) return null;
            if (line.Length == 1 && line.Span[0] == Dot) return content.WrittenSpan.ToArray();
            if (line.Length == 0) header = false;
            if (!header && !whole) continue;
            content.Write(line.Length > 0 && line.Span[0] == Dot ? line.Span[1..] : line.Span);
            content.Write("\r\n"u8);
        }
    }

    /// <summary>Throws away what comes until the client goes.</summary>
    public async Task Swallow(CancellationToken ct)
    {
        while (await stream.ReadAsync(buffer, ct) > 0) { }
    }

    private async ValueTask<ReadOnlyMemory<byte>?> Next(CancellationToken ct)
    {
        for (var looked = 0; ;)
        {
            var at = buffer.AsSpan(start + looked, end - start - looked).IndexOf(NewLine);
            if (at >= 0)
            {
                var line = buffer.AsMemory(start, looked + at);
                start += looked + at + 1;
                return line.Length > 0 && line.Span[^1] == Return ? line[..^1] : line;
            }
            looked = end - start;
            if (start > 0) buffer.AsSpan(start, looked).CopyTo(buffer);
            (start, end) = (0, looked);
            if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var more = await stream.ReadAsync(buffer.AsMemory(end), ct);
            if (more == 0) return null;
            read?.Invoke(buffer.AsSpan(end, more));
            end += more;
        }
    }
}
