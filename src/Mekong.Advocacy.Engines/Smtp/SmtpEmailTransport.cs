using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>Hands e-mail to the network's mail server over SMTP.</summary>
internal sealed class SmtpEmailTransport(SmtpOptions options, SmtpLimits limits, DkimSigner? signer, TimeProvider clock) : IEmailTransport, IAsyncDisposable
{
    private readonly SmtpPool pool = new(new SmtpConnector(options, limits, clock), options.Connections, limits, clock);

    public int Connections => options.Connections;

    public async Task<Handover> Send(EmailMessage message, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            var written = MimeWriter.Write(message);
            if (signer is not null) written = signer.Sign(written);
            return await HandOver(SmtpEnvelope.Of(message), written, ct);
        }
        catch (ArgumentException e) { return Unwritable.Fate(message, e); }
        catch (NoConnectionException e) { return e.Handover; }
    }

    public ValueTask DisposeAsync() => pool.DisposeAsync();

    private async Task<Handover> HandOver(SmtpEnvelope envelope, byte[] written, CancellationToken ct)
    {
        var content = DotStuffing.Stuff(written);
        var line = await pool.Rent(ct);
        if (line.Messages > 0)
        {
            try { return await Attempt(line, envelope, content, ct); }
            // It had died while it rested; nothing of this message was taken, so once more on a new line.
            catch (LineLostException) { line = await pool.Replace(line, ct); }
        }
        try { return await Attempt(line, envelope, content, ct); }
        catch (LineLostException e)
        {
            await pool.Return(line);
            return new(Fate.Deferred, "connection-lost", SmtpRecord.Of(e.Message, envelope.To));
        }
    }

    private async Task<Handover> Attempt(SmtpConnection line, SmtpEnvelope envelope, byte[] content, CancellationToken ct)
    {
        var fate = line.Offers.Size < content.Length
            ? new Handover(Fate.Refused, "5.3.4", "The message is over the size that the server offers.")
            : null;
        try { fate ??= await new SmtpTransaction(line, envelope, content, limits).Run(ct); }
        catch (LineLostException)
        {
            line.Broken = true; // the caller decides whether the place gets a new line
            throw;
        }
        catch (OperationCanceledException)
        {
            line.Broken = true;
            fate = new Handover(Fate.Deferred, "cancelled", "The hand-over was stopped before its end.");
        }
        catch (Exception e) when (e is not LineLostException)
        {
            line.Broken = true;
            await pool.Return(line); // the place must not be lost with it
            throw;
        }
        line.Count();
        await pool.Return(line);
        return fate;
    }
}
