using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>
/// One caller's messages, one after another. Where the server allows it (RFC 2920), the final dot of a message travels with the MAIL, RCPT and
/// DATA of the next: one round trip a message, and never more than one whose end is unknown.
/// </summary>
internal sealed class SmtpLine(SmtpPool<SmtpConnection> pool, DkimSigner? signer, SmtpLimits limits) : IEmailLine
{
    private readonly SmtpLetter[] letters = [new(), new()];

    private SmtpConnection? connection;

    /// <summary>The server has heard whom it is for and waits for its content; only on a good connection.</summary>
    private SmtpLetter? announced;

    public async Task<Handover> Send(EmailMessage message, EmailMessage? next, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (announced is not null && !ReferenceEquals(announced.Message, message)) await Rest();
        try
        {
            var letter = announced ?? letters[0].Write(message, signer);
            return await HandOver(letter, next, ct);
        }
        catch (ArgumentException e) { return Unwritable.Fate(message, e); }
        catch (NoConnectionException e) { return e.Handover; }
        finally
        {
            // Worn out, or others wait for a place.
            if (announced is null && connection is { } line && (line.Broken || line.WornOut || pool.IsWanted)) await Rest();
        }
    }

    public async ValueTask Rest()
    {
        if (connection is not { } line) return;
        // The server waits for a content that does not come: hanging up is the one way to take a DATA back.
        line.Broken |= announced is not null;
        (connection, announced) = (null, null);
        await pool.Return(line);
    }

    public ValueTask DisposeAsync() => Rest();

    private async Task<Handover> HandOver(SmtpLetter letter, EmailMessage? next, CancellationToken ct)
    {
        var line = connection ??= await pool.Rent(ct);
        for (var again = line.Messages > 0; ; again = false)
        {
            try { return await Attempt(line, letter, next, ct); }
            catch (LineLostException) when (again)
            {
                // It had died while it rested; nothing of this message was taken, so once more on a new one.
                connection = null;
                line = connection = await pool.Replace(line, ct);
            }
            catch (LineLostException e) { return new(Fate.Deferred, "connection-lost", SmtpRecord.Of(e.Message, letter.Envelope.To)); }
        }
    }

    private async Task<Handover> Attempt(SmtpConnection line, SmtpLetter letter, EmailMessage? next, CancellationToken ct)
    {
        var (heard, ended) = (announced is not null, false);
        announced = null;
        try
        {
            if (line.Offers.Size < letter.Content.Length)
            {
                ended = true;
                return new Handover(Fate.Refused, "5.3.4", "The message is over the size that the server offers.");
            }
            var transaction = new SmtpTransaction(line, letter, limits);
            var fate = heard ? await transaction.Heard(ct) : await transaction.Announce(ct);
            if (fate is null)
            {
                var following = ToAnnounce(line, next, letters[letter == letters[0] ? 1 : 0]);
                fate = await transaction.HandOver(following, ct);
                if (!line.Broken) announced = following;
            }
            ended = true;
            return fate;
        }
        catch (OperationCanceledException)
        {
            return new Handover(Fate.Deferred, "cancelled", "The hand-over was stopped before its end.");
        }
        finally
        {
            line.Broken |= !ended;
            line.Count();
        }
    }

    /// <summary>Null where the next message goes another way: no pipelining, a connection at its end, a message that this server would not take.</summary>
    private SmtpLetter? ToAnnounce(SmtpConnection line, EmailMessage? next, SmtpLetter letter)
    {
        if (next is null || !line.Offers.Pipelining || line.Messages + 1 >= limits.MessagesPerConnection || pool.IsWanted) return null;
        try { return line.Offers.Size < letter.Write(next, signer).Content.Length ? null : letter; }
        catch (ArgumentException) { return null; } // its own call tells its fate
    }
}
