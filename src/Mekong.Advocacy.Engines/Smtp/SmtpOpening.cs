using System.Text;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>The first words on a new line, up to where a message may be handed over.</summary>
internal sealed class SmtpOpening(SmtpWire wire, SmtpOptions options, SmtpLimits limits, SmtpTls tls, SmtpProtection protection, string name)
{
    public async Task<SmtpExtensions> Run(CancellationToken ct)
    {
        if (protection.Implicit) await Secure(ct);
        var greeting = await wire.Read(limits.Command, ct);
        if (greeting.Code != 220) throw Refused(SmtpStep.Greeting, greeting);
        var offers = await Hello(ct);
        var encrypted = protection.Implicit;
        if (protection.StartTls && offers.StartTls)
        {
            var reply = await Ask("STARTTLS\r\n", ct);
            encrypted = reply.Code == 220;
            if (encrypted)
            {
                await Secure(ct);
                offers = await Hello(ct); // RFC 3207 §4.2: what was offered in plain text is forgotten
            }
            else if (protection.Required) throw Refused(SmtpStep.Authentication, reply);
        }
        if (protection.Required && !encrypted) throw OurFault("starttls-not-offered", "The server does not offer STARTTLS.");
        if (string.IsNullOrEmpty(options.User)) return offers;
        if (!protection.MayAuthenticate(encrypted)) throw OurFault("auth-in-clear", "A password is not sent in plain text.");
        await SmtpAuth.LogIn(command => Ask(command, ct), offers, options.User, options.Password ?? "");
        return offers;
    }

    private async Task<SmtpExtensions> Hello(CancellationToken ct)
    {
        var reply = await Ask($"EHLO {name}\r\n", ct);
        if (reply.Ok) return SmtpExtensions.Parse(reply);
        // RFC 5321 §3.2: a server of 1982 knows HELO only.
        if (reply.Code is 500 or 502 && (await Ask($"HELO {name}\r\n", ct)).Ok) return SmtpExtensions.None;
        throw Refused(SmtpStep.Greeting, reply);
    }

    private Task Secure(CancellationToken ct) => wire.Upgrade((plain, t) => tls.Wrap(plain, protection.Verify, t), limits.Connect, ct);

    private async Task<SmtpReply> Ask(string command, CancellationToken ct)
    {
        await wire.Write(Encoding.UTF8.GetBytes(command), limits.Command, ct);
        return await wire.Read(limits.Command, ct);
    }

    private static NoConnectionException Refused(SmtpStep step, SmtpReply reply) => new(SmtpFates.Refused(step, reply, null));
    private static NoConnectionException OurFault(string reason, string reply) => new(new Handover(Fate.OurFault, reason, reply));
}
