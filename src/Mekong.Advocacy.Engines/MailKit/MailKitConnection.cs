using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;

namespace Mekong.Advocacy.Engines.MailKit;

/// <summary>One client on one connection, and what became of each message that it was given.</summary>
internal sealed class MailKitConnection(EnvelopeClient client, PatientStream stream, SmtpLimits limits, TimeProvider clock) : IRestingConnection
{
    private long restingSince = clock.GetTimestamp();
    private bool broken;

    public int Messages { get; private set; }
    public bool Broken => broken || !client.IsConnected;
    public bool WornOut => Messages >= limits.MessagesPerConnection;
    public bool IdleTooLong => clock.GetElapsedTime(restingSince) > limits.Idle;

    public void Rest() => restingSince = clock.GetTimestamp();

    /// <exception cref="LineLostException">None of the message's end was written: they do not have it.</exception>
    public async Task<Handover> HandOver(MailKitLetter letter, CancellationToken ct)
    {
        (stream.Patience, broken) = (limits.Command, true); // until it is known where the conversation stands
        var content = new WholeContent(() => stream.Patience = limits.AfterDot);
        using var stop = new CancellationTokenSource();
        // Once they may have it, a shutdown waits a moment for the answer, since asking again means a second copy.
        using var asked = ct.UnsafeRegister(_ => stop.CancelAfter(content.Written ? limits.Farewell : TimeSpan.Zero), null);
        try
        {
            var said = await client.Send(letter, content, stop.Token);
            return Heard(Taken(new SmtpReply(250, Lines(said)), letter));
        }
        catch (SmtpCommandException e) { return Refused(e.ErrorCode, new SmtpReply((int)e.StatusCode, Lines(e.Message)), letter); }
        catch (ServiceNotAuthenticatedException e) { return Heard(SmtpFates.Refused(SmtpStep.Content, new SmtpReply(530, Lines(e.Message)), letter.Envelope.To)); }
        catch (OversizeException) { return Heard(new(Fate.Refused, "5.3.4", "The message is over the size that the server offers.")); }
        catch (OperationCanceledException) when (!content.Written) { return new(Fate.Deferred, "cancelled", "The hand-over was stopped before its end."); }
        catch (Exception e) when (content.Written && e is not ArgumentException) { return new(Fate.Ambiguous, "connection-lost", SmtpRecord.Of(e.Message, letter.Envelope.To)); }
        catch (Exception e) when (e is IOException or SocketException or SmtpProtocolException or ObjectDisposedException or ServiceNotConnectedException)
        {
            throw new LineLostException(e.Message, e);
        }
        finally { Messages++; }
    }

    public async Task Quit()
    {
        stream.Patience = limits.Farewell;
        if (!Broken) await client.DisconnectAsync(true, CancellationToken.None); // MailKit keeps what goes wrong with it to itself
        await DisposeAsync();
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return stream.DisposeAsync();
    }

    private static string[] Lines(string reply) => reply.Split('\n', StringSplitOptions.TrimEntries);

    private static Handover Taken(SmtpReply reply, MailKitLetter letter) =>
        new(Fate.Accepted, reply.Reason, SmtpRecord.Of(reply.ToString(), letter.Envelope.To), reply.QueuedAs);

    /// <summary>They have answered, and wait for the next command.</summary>
    private Handover Heard(Handover handover)
    {
        broken = false;
        return handover;
    }

    private Handover Refused(SmtpErrorCode at, SmtpReply reply, MailKitLetter letter)
    {
        var step = at switch { SmtpErrorCode.SenderNotAccepted => SmtpStep.Mail, SmtpErrorCode.RecipientNotAccepted => SmtpStep.Recipient, _ => SmtpStep.Content };
        if (reply.Code == 421 && Messages > 0 && step == SmtpStep.Mail) throw new LineLostException(reply.ToString()); // it had been waiting to hang up
        if (at == SmtpErrorCode.MessageNotAccepted && reply.Class is not (4 or 5))
            return reply.Ok ? Heard(Taken(reply, letter)) : new(Fate.Ambiguous, "connection-lost", SmtpRecord.Of(reply.ToString(), letter.Envelope.To));
        var refused = SmtpFates.Refused(step, reply, letter.Envelope.To);
        return reply.Code == 421 ? refused : Heard(refused);
    }

    /// <summary>Hears from MailKit how much of a message has been written. It is told of the last piece before the final dot is.</summary>
    private sealed class WholeContent(Action written) : ITransferProgress
    {
        private volatile bool whole;

        public bool Written => whole;

        public void Report(long bytesTransferred, long totalSize)
        {
            if (whole || bytesTransferred < totalSize) return;
            whole = true;
            written();
        }

        public void Report(long bytesTransferred) => Report(bytesTransferred, bytesTransferred);
    }
}
