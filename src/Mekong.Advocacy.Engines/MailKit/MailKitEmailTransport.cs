using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;

namespace Mekong.Advocacy.Engines.MailKit;

/// <summary>Hands e-mail to the network's mail server through MailKit: one client on each connection, since none may be used by two at once.</summary>
internal sealed class MailKitEmailTransport(SmtpOptions options, SmtpLimits limits, MailKitSigner? signer, TimeProvider clock) : IEmailTransport, IAsyncDisposable
{
    private readonly SmtpPool<MailKitConnection> pool = new(new MailKitConnector(options, limits, clock).Open, options.Connections, limits, clock);

    public int Connections => options.Connections;

    public IEmailLine Open() => new MailKitLine(pool, signer);

    public async Task<Handover> Send(EmailMessage message, CancellationToken ct)
    {
        await using var line = Open();
        return await line.Send(message, next: null, ct);
    }

    public ValueTask DisposeAsync() => pool.DisposeAsync();
}
