using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;

namespace Mekong.Advocacy.Engines.MailKit;

/// <summary>What it means that no connection came about, as far as MailKit's exceptions tell.</summary>
internal static class MailKitFaults
{
    /// <summary>Null: not a fault of the connection.</summary>
    public static Handover? Of(Exception e) => e switch
    {
        SslHandshakeException when Causes(e).Any(cause => cause is System.Security.Authentication.AuthenticationException) => new(Fate.OurFault, "certificate", SmtpRecord.Of(e.Message, null)),
        NotSupportedException => new(Fate.OurFault, "starttls-not-offered", "The server does not offer STARTTLS."),
        LineLostException or SocketException or IOException or SmtpProtocolException or SslHandshakeException or ObjectDisposedException
            => new(Fate.Unreachable, "no-connection", e.Message),
        _ => null,
    };

    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (var cause = e.InnerException; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
