using System.Text.RegularExpressions;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>One message over one line: MAIL, RCPT, DATA, the content and what they said to it.</summary>
/// <param name="content">Stuffed, the final dot included.</param>
internal sealed partial class SmtpTransaction(SmtpConnection line, SmtpEnvelope envelope, ReadOnlyMemory<byte> content, SmtpLimits limits)
{
    private const string Data = "DATA\r\n";
    private const int LastPiece = 32 * 1024;

    /// <exception cref="LineLostException">The line broke before any of the final dot was written: they do not have it.</exception>
    public async Task<Handover> Run(CancellationToken ct)
    {
        var (step, reply) = await Announce(ct);
        if (step is null)
        {
            // A piece that fails before the last one leaves the message without an end, which a server must not take for one.
            for (var at = 0; at < content.Length - LastPiece; at += LastPiece)
                await line.Write(content[at..Math.Min(at + LastPiece, content.Length - LastPiece)], ct);
            return await HandOver(ct);
        }
        if (reply.Code == 421)
        {
            line.Broken = true;
            if (line.Messages > 0 && step == SmtpStep.Mail) throw new LineLostException(reply.ToString()); // it had been waiting to hang up
        }
        else await Reset(ct);
        return SmtpFates.Refused(step.Value, reply, envelope.To);
    }

    /// <summary>The step that was refused and the reply to it; no step when they wait for the content.</summary>
    private async Task<(SmtpStep? Refused, SmtpReply Reply)> Announce(CancellationToken ct)
    {
        var (mail, recipient) = (envelope.Mail(line.Offers, content.Length), envelope.Recipient(line.Offers));
        var together = line.Offers.Pipelining;
        // RFC 2920: three commands in one write, one round trip.
        await line.Write(together ? mail + recipient + Data : mail, ct);
        var reply = await line.Read(ct);
        if (!reply.Ok)
        {
            if (together && reply.Code != 421) await Drain(2, ct);
            return (SmtpStep.Mail, reply);
        }
        if (!together) await line.Write(recipient, ct);
        reply = await line.Read(ct);
        if (!reply.Ok)
        {
            if (together && reply.Code != 421) await Drain(1, ct);
            return (SmtpStep.Recipient, reply);
        }
        if (!together) await line.Write(Data, ct);
        reply = await line.Read(ct);
        return reply.Code == 354 ? (null, reply) : (SmtpStep.Content, reply);
    }

    /// <summary>Replies to commands that were under way when an earlier one was refused; the fate is known already.</summary>
    private Task Drain(int replies, CancellationToken ct) => Aside(async () =>
    {
        for (var i = 0; i < replies; i++)
        {
            // RFC 2920 §3.1: DATA may be accepted all the same; then a lone dot ends it.
            if (await line.Read(ct) is { Code: 354 }) await line.Ask(".\r\n", ct);
        }
    });

    private Task Reset(CancellationToken ct) => Aside(async () => line.Broken |= !(await line.Ask("RSET\r\n", ct)).Ok);

    private async Task Aside(Func<Task> work)
    {
        if (line.Broken) return;
        try { await work(); }
        catch (Exception e) when (e is LineLostException or OperationCanceledException) { line.Broken = true; }
    }

    private async Task<Handover> HandOver(CancellationToken ct)
    {
        // From here on they may have it: a shutdown waits a moment for the answer, since asking again means a second copy.
        using var end = new CancellationTokenSource();
        using var asked = ct.Register(() => end.CancelAfter(limits.Farewell));
        try
        {
            await line.Write(content[Math.Max(0, content.Length - LastPiece)..], end.Token);
            var reply = await line.ReadAfterDot(end.Token);
            line.Broken = reply.Code == 421;
            if (reply.Ok) return new(Fate.Accepted, reply.Reason, SmtpRecord.Of(reply.ToString(), envelope.To), Queued().Match(reply.Lines[^1]) is { Success: true } m ? m.Value : null);
            if (reply.Class is 4 or 5) return SmtpFates.Refused(SmtpStep.Content, reply, envelope.To);
            throw new LineLostException(reply.ToString());
        }
        catch (Exception e) when (e is LineLostException or OperationCanceledException)
        {
            line.Broken = true;
            return new(Fate.Ambiguous, "connection-lost", SmtpRecord.Of(e.Message, envelope.To));
        }
    }

    // Postfix and Sendmail; Exim.
    [GeneratedRegex(@"(?<=queued as |\bid=)[\w-]+", RegexOptions.IgnoreCase)]
    private static partial Regex Queued();
}
