using System.Threading.Channels;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Rung by a worker that has nothing left in hand: what it sent last may have been the last of a campaign.</summary>
internal sealed class Bell
{
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rung.Writer.TryWrite(true);

    /// <summary>Ends when it was rung since the last time.</summary>
    public Task Rings(CancellationToken ct) => rung.Reader.ReadAsync(ct).AsTask();
}
