using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>One message over one connection: MAIL, RCPT, DATA, the content and what they said to it.</summary>
/// <remarks>A <see cref="LineLostException"/> means that none of the final dot was written: they do not have it.</remarks>
internal sealed class SmtpTransaction(SmtpConnection line, SmtpLetter letter, SmtpLimits limits)
{
    private const string Data = "DATA\r\n";
    private const int LastPiece = 32 * 1024;

    /// <summary>Null when they wait for the content; else the fate.</summary>
    public async Task<Handover?> Announce(CancellationToken ct)
    {
        var (mail, recipient, together) = (Mail(letter), letter.Envelope.Recipient(line.Offers), line.Offers.Pipelining);
        // RFC 2920: three commands in one write, one round trip.
        await line.Write(together ? mail + recipient + Data : mail, ct);
        return await Replies(together ? null : recipient, ct);
    }

    /// <summary>The same after the commands went out with the end of the message before.</summary>
    public Task<Handover?> Heard(CancellationToken ct) => Replies(null, ct);

    /// <param name="recipient">RCPT, where the commands go one by one.</param>
    private async Task<Handover?> Replies(string? recipient, CancellationToken ct)
    {
        var reply = await line.Read(ct);
        if (!reply.Ok) return await Refused(SmtpStep.Mail, reply, underWay: recipient is null ? 2 : 0, ct);
        if (recipient is not null) await line.Write(recipient, ct);
        reply = await line.Read(ct);
        if (!reply.Ok) return await Refused(SmtpStep.Recipient, reply, underWay: recipient is null ? 1 : 0, ct);
        if (recipient is not null) await line.Write(Data, ct);
        reply = await line.Read(ct);
        return reply.Code == 354 ? null : await Refused(SmtpStep.Content, reply, underWay: 0, ct);
    }

    private async Task<Handover> Refused(SmtpStep step, SmtpReply reply, int underWay, CancellationToken ct)
    {
        if (reply.Code == 421)
        {
            line.Broken = true;
            if (line.Messages > 0 && step == SmtpStep.Mail) throw new LineLostException(reply.ToString()); // it had been waiting to hang up
        }
        else await Clear(underWay, ct);
        return SmtpFates.Refused(step, reply, letter.Envelope.To);
    }

    /// <summary>Hears out the replies to commands that were under way, and resets; the fate is known already.</summary>
    private async Task Clear(int replies, CancellationToken ct)
    {
        try
        {
            for (var i = 0; i < replies; i++)
            {
                // RFC 2920 §3.1: DATA may be accepted all the same; then a lone dot ends it.
                if (await line.Read(ct) is { Code: 354 }) await line.Ask(".\r\n", ct);
            }
            line.Broken |= !(await line.Ask("RSET\r\n", ct)).Ok;
        }
        catch (Exception e) when (e is LineLostException or OperationCanceledException) { line.Broken = true; }
    }

    /// <param name="next">Its commands go out in one write with this one's final dot.</param>
    public async Task<Handover> HandOver(SmtpLetter? next, CancellationToken ct)
    {
        var (content, at) = (letter.Content, 0);
        // A piece that fails before the last one leaves the message without an end, which a server must not take for one.
        for (; at < content.Length - LastPiece; at += LastPiece)
            await line.Write(content[at..Math.Min(at + LastPiece, content.Length - LastPiece)], ct);
        // From here on they may have it: a shutdown waits a moment for the answer, since asking again means a second copy.
        using var end = new CancellationTokenSource();
        using var asked = ct.UnsafeRegister(_ => end.CancelAfter(limits.Farewell), null);
        try
        {
            await line.Write(content[Math.Max(0, content.Length - LastPiece)..], next is null ? "" : Mail(next) + next.Envelope.Recipient(line.Offers) + Data, end.Token);
            var reply = await line.ReadAfterDot(end.Token);
            line.Broken |= reply.Code == 421;
            if (reply.Ok) return new(Fate.Accepted, reply.Reason, SmtpRecord.Of(reply.ToString(), letter.Envelope.To), reply.QueuedAs);
            if (reply.Class is 4 or 5) return SmtpFates.Refused(SmtpStep.Content, reply, letter.Envelope.To);
            throw new LineLostException(reply.ToString());
        }
        catch (Exception e) when (e is LineLostException or OperationCanceledException)
        {
            line.Broken = true;
            return new(Fate.Ambiguous, "connection-lost", SmtpRecord.Of(e.Message, letter.Envelope.To));
        }
    }

    private string Mail(SmtpLetter one) => one.Envelope.Mail(line.Offers, one.Content.Length);
}
