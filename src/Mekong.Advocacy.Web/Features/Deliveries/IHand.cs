using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>A message that is written and may leave as far as its text is concerned.</summary>
/// <param name="NotBefore">The end of the country's quiet hours; null when it may leave now.</param>
/// <param name="Parts">Messages on the air that the text is paid as; null for a mail.</param>
public abstract record Prepared(Addressed To, DateTimeOffset? NotBefore, int? Parts)
{
    public Claimed Row => To.Row;
}

/// <summary>A channel's hand: addresses and writes the message for one row, and gives it to the transport.</summary>
public interface IHand
{
    string Channel { get; }

    /// <summary>How many lines may be open at once.</summary>
    int Connections { get; }

    Addressed Address(Claimed row);

    Task<Prepared> Prepare(Addressed to, CancellationToken ct);

    IHandLine Open();
}

/// <summary>One line to the other side, for one lane.</summary>
public interface IHandLine : IAsyncDisposable
{
    /// <param name="next">Its recipient may be announced together with this one's end; it leaves with a call of its own, or never.</param>
    Task<Handover> Send(Prepared message, Prepared? next, CancellationToken ct);

    /// <summary>Nothing follows for now.</summary>
    ValueTask Rest();
}
