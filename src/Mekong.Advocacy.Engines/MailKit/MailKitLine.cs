using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;

namespace Mekong.Advocacy.Engines.MailKit;

/// <summary>One caller's messages over one connection at a time. MailKit sends message by message: nothing is announced ahead.</summary>
internal sealed class MailKitLine(SmtpPool<MailKitConnection> pool, MailKitSigner? signer) : IEmailLine
{
    private MailKitConnection? connection;

    public async Task<Handover> Send(EmailMessage message, EmailMessage? next, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            using var letter = MailKitLetter.Write(message, signer);
            return await HandOver(letter, ct);
        }
        catch (ArgumentException e) { return Unwritable.Fate(message, e); }
        catch (NoConnectionException e) { return e.Handover; }
        finally
        {
            // Worn out, or others wait for a place.
            if (connection is { } line && (line.Broken || line.WornOut || pool.IsWanted)) await Rest();
        }
    }

    public async ValueTask Rest()
    {
        if (connection is not { } line) return;
        connection = null;
        await pool.Return(line);
    }

    public ValueTask DisposeAsync() => Rest();

    private async Task<Handover> HandOver(MailKitLetter letter, CancellationToken ct)
    {
        var line = connection ??= await pool.Rent(ct);
        for (var again = line.Messages > 0; ; again = false)
        {
            try { return await line.HandOver(letter, ct); }
            catch (LineLostException) when (again)
            {
                // It had died while it rested; nothing of this message was taken, so once more on a new one.
                connection = null;
                line = connection = await pool.Replace(line, ct);
            }
            catch (LineLostException e) { return new(Fate.Deferred, "connection-lost", SmtpRecord.Of(e.Message, letter.Envelope.To)); }
        }
    }
}
