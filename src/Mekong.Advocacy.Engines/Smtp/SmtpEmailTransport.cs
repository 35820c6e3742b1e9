using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>Hands e-mail to the network's mail server over SMTP.</summary>
internal sealed class SmtpEmailTransport(SmtpOptions options, SmtpLimits limits, DkimSigner? signer, TimeProvider clock) : IEmailTransport, IAsyncDisposable
{
    private readonly SmtpPool<SmtpConnection> pool = new(new SmtpConnector(options, limits, clock).Open, options.Connections, limits, clock);

    public int Connections => options.Connections;

    public IEmailLine Open() => new SmtpLine(pool, signer, limits);

    public async Task<Handover> Send(EmailMessage message, CancellationToken ct)
    {
        await using var line = Open();
        return await line.Send(message, next: null, ct);
    }

    public ValueTask DisposeAsync() => pool.DisposeAsync();
}
