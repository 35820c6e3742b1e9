using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>A message that is written and may leave.</summary>
/// <param name="Destination">The mail domain or the country, for the pace.</param>
/// <param name="NotBefore">The end of the country's quiet hours; null when it may leave now.</param>
/// <param name="Parts">Messages on the air that the text is paid as; null for a mail.</param>
public sealed record Prepared(string Destination, DateTimeOffset? NotBefore, Func<CancellationToken, Task<Handover>> Send, int? Parts = null);

/// <summary>A channel's hand: writes the message for one row and gives it to the transport.</summary>
public interface IHand
{
    string Channel { get; }

    int Connections { get; }

    Task<Prepared> Prepare(Claimed row, CancellationToken ct);
}
