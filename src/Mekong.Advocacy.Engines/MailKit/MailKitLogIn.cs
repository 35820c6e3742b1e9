using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MailKit.Security;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;

namespace Mekong.Advocacy.Engines.MailKit;

/// <summary>Logs in with PLAIN, or with LOGIN where that is all there is, by MailKit's mechanisms.</summary>
internal static partial class MailKitLogIn
{
    /// <exception cref="NoConnectionException">They did not let us in, and why.</exception>
    public static async Task Run(EnvelopeClient client, SmtpOptions options, SmtpProtection protection, CancellationToken ct)
    {
        if (!protection.MayAuthenticate(client.IsEncrypted)) throw OurFault("auth-in-clear", "A password is not sent in plain text.");
        var (user, password) = (options.User!, options.Password ?? "");
        SaslMechanism mechanism = client.AuthenticationMechanisms.Contains("PLAIN") ? new SaslMechanismPlain(Encoding.UTF8, user, password)
            : client.AuthenticationMechanisms.Contains("LOGIN") ? new SaslMechanismLogin(Encoding.UTF8, user, password)
            : throw OurFault("auth-not-offered", "The server offers neither AUTH PLAIN nor AUTH LOGIN.");
        try { await client.AuthenticateAsync(mechanism, ct); }
        catch (AuthenticationException e) { throw new NoConnectionException(SmtpFates.Refused(SmtpStep.Authentication, Reply(e.Message), null)); }
    }

    /// <summary>MailKit keeps the reply in the exception's text: "535: …", and of a 534 the text alone.</summary>
    private static SmtpReply Reply(string message) => Coded().Match(message) is { Success: true } m
        ? new SmtpReply(int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture), m.Groups[2].Value.Split('\n'))
        : new SmtpReply(534, message.Split('\n'));

    private static NoConnectionException OurFault(string reason, string reply) => new(new Handover(Fate.OurFault, reason, reply));

    [GeneratedRegex(@"^(\d{3}): (.*)\z", RegexOptions.Singleline)]
    private static partial Regex Coded();
}
