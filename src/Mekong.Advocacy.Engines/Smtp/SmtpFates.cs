using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>The step of a transaction that a reply answers.</summary>
internal enum SmtpStep { Greeting, Authentication, Mail, Recipient, Content }

/// <summary>What a refusing reply means for the message, from its code and enhanced status (RFC 3463).</summary>
internal static class SmtpFates
{
    public static Handover Refused(SmtpStep step, SmtpReply reply, string? recipient) =>
        new(FateOf(step, reply), reply.Reason, SmtpRecord.Of(reply.ToString(), recipient));

    private static Fate FateOf(SmtpStep step, SmtpReply reply) => (step, reply.Class, reply.Code, reply.Enhanced) switch
    {
        (SmtpStep.Greeting, < 5, _, _) => Fate.Unreachable,
        (_, 4, _, _) => Fate.Deferred,
        (SmtpStep.Greeting or SmtpStep.Authentication or SmtpStep.Mail, _, _, _) => Fate.OurFault,
        (_, _, 530 or 534 or 535 or 538, _) => Fate.OurFault,
        // The mailbox is nobody's, has moved, or is switched off.
        (_, _, _, "5.1.1" or "5.1.2" or "5.1.3" or "5.1.6" or "5.1.10" or "5.2.1") => Fate.BadAddress,
        // Bad sender's mailbox or system: ours.
        (_, _, _, "5.1.7" or "5.1.8") => Fate.OurFault,
        (_, _, _, { } status) => status.StartsWith("5.7.", StringComparison.Ordinal) ? Fate.OurFault : Fate.Refused,
        (SmtpStep.Recipient, _, 550 or 551 or 553, null) => Fate.BadAddress,
        // A reply that fits no step (a 2xx to DATA) is the server's confusion, not the recipient's.
        (_, 5, _, _) => Fate.Refused,
        _ => Fate.Deferred,
    };
}
