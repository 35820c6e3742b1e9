namespace Mekong.Advocacy.Engines.Seams;

/// <summary>One connection's worth of hand-overs, one after another.</summary>
public interface IEmailLine : IAsyncDisposable
{
    /// <summary>Hands one message over and tells its fate.</summary>
    /// <param name="next">The message of the call after this, where it is known: its recipient may be announced together with this one's end, but none of its content leaves before that call.</param>
    Task<Handover> Send(EmailMessage message, EmailMessage? next, CancellationToken ct);

    /// <summary>Nothing follows for now: what was announced is taken back, the connection is free for others.</summary>
    ValueTask Rest();
}

/// <summary>A line of a transport that announces nothing ahead.</summary>
internal sealed class PlainLine(IEmailTransport transport) : IEmailLine
{
    public Task<Handover> Send(EmailMessage message, EmailMessage? next, CancellationToken ct) => transport.Send(message, ct);

    public ValueTask Rest() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
