using System.Buffers;
using System.Text;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>A line to the server on which messages may be handed over, one after another.</summary>
internal sealed class SmtpConnection(SmtpWire wire, SmtpExtensions offers, SmtpLimits limits, TimeProvider clock) : IRestingConnection
{
    private readonly ArrayBufferWriter<byte> outgoing = new(8192);
    private long restingSince = clock.GetTimestamp();

    public SmtpExtensions Offers { get; } = offers;
    public int Messages { get; private set; }

    /// <summary>Where it stands in the conversation is not known any more: it is of no use.</summary>
    public bool Broken { get; set; }

    public bool WornOut => Messages >= limits.MessagesPerConnection;
    public bool IdleTooLong => clock.GetElapsedTime(restingSince) > limits.Idle;

    public void Count() => Messages++;
    public void Rest() => restingSince = clock.GetTimestamp();

    public Task Write(ReadOnlyMemory<byte> bytes, CancellationToken ct) => wire.Write(bytes, limits.Command, ct);
    public Task Write(string commands, CancellationToken ct) => Write(ReadOnlyMemory<byte>.Empty, commands, ct);

    /// <summary>Both in one write.</summary>
    public Task Write(ReadOnlyMemory<byte> bytes, string commands, CancellationToken ct)
    {
        outgoing.ResetWrittenCount();
        outgoing.Write(bytes.Span);
        Encoding.ASCII.GetBytes(commands, outgoing);
        return wire.Write(outgoing.WrittenMemory, limits.Command, ct);
    }

    public ValueTask<SmtpReply> Read(CancellationToken ct) => wire.Read(limits.Command, ct);
    public ValueTask<SmtpReply> ReadAfterDot(CancellationToken ct) => wire.Read(limits.AfterDot, ct);

    public async Task<SmtpReply> Ask(string command, CancellationToken ct)
    {
        await Write(command, ct);
        return await Read(ct);
    }

    public async Task Quit()
    {
        try
        {
            if (!Broken)
            {
                await wire.Write("QUIT\r\n"u8.ToArray(), limits.Farewell, CancellationToken.None);
                await wire.Read(limits.Farewell, CancellationToken.None);
            }
        }
        catch (LineLostException) { Broken = true; }
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try { await wire.DisposeAsync(); }
        catch (IOException) { Broken = true; } // TLS could not say its own goodbye
    }
}
