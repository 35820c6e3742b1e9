using System.Globalization;

namespace Mekong.Advocacy.Drills.Ground;

/// <summary>The platform's settings for a drill, under "Advocacy:".</summary>
internal static class Settings
{
    public const string PublicUrl = "https://alerts.mekong.example";
    public const int MailConnections = 20, TextConnections = 20;

    public static Dictionary<string, string> Of(string folder, string database, int mailPort, Uri twilio) => new()
    {
        ["Database"] = database,
        ["DataDirectory"] = folder,
        ["PublicUrl"] = PublicUrl,
        ["Email:From"] = "Mekong Alerts <alerts@mekong.example>",
        ["Email:Notices"] = "false", // what the mail server sees is then the campaign and nothing else
        ["Email:Smtp:Host"] = "127.0.0.1",
        ["Email:Smtp:Port"] = mailPort.ToString(CultureInfo.InvariantCulture),
        ["Email:Smtp:Connections"] = MailConnections.ToString(CultureInfo.InvariantCulture),
        ["Sms:QuietHours"] = "false",
        ["Sms:Twilio:AccountSid"] = FakeTwilio.AccountSid,
        ["Sms:Twilio:AuthToken"] = FakeTwilio.AuthToken,
        ["Sms:Twilio:MessagingServiceSid"] = FakeTwilio.ServiceSid,
        ["Sms:Twilio:BaseUrl"] = twilio.AbsoluteUri,
        ["Sms:Twilio:Connections"] = TextConnections.ToString(CultureInfo.InvariantCulture),
    };
}
