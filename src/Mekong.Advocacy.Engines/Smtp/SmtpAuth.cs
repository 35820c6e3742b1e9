using System.Text;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>Logs in with PLAIN (RFC 4616), or with LOGIN where that is all there is.</summary>
internal static class SmtpAuth
{
    public static async Task LogIn(Func<string, Task<SmtpReply>> ask, SmtpExtensions offers, string user, string password)
    {
        SmtpReply reply;
        if (offers.Auth.Contains("PLAIN"))
            reply = await ask($"AUTH PLAIN {Base64($"\0{user}\0{password}")}\r\n");
        else if (offers.Auth.Contains("LOGIN"))
        {
            reply = await ask("AUTH LOGIN\r\n");
            if (reply.Code == 334) reply = await ask($"{Base64(user)}\r\n");
            if (reply.Code == 334) reply = await ask($"{Base64(password)}\r\n");
        }
        else
            throw new NoConnectionException(new Handover(Fate.OurFault, "auth-not-offered", "The server offers neither AUTH PLAIN nor AUTH LOGIN."));
        if (reply.Code != 235) throw new NoConnectionException(SmtpFates.Refused(SmtpStep.Authentication, reply, null));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
