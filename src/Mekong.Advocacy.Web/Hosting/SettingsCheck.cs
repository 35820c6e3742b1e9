namespace Mekong.Advocacy.Web.Hosting;

/// <summary>Says in one sentence what a configuration lacks or contradicts, before anything is started.</summary>
internal static class SettingsCheck
{
    private const string Prefix = "Advocacy:";

    public static string? Fault(AdvocacySettings settings, bool production)
    {
        var (smtp, twilio, dkim) = (settings.Email.Smtp, settings.Sms.Twilio, settings.Email.Dkim);
        if (settings.Engines.Fault() is { } engine) return engine;
        if (production && smtp.Host is null) return Missing("Email:Smtp:Host", "the mail server that takes our messages");
        if (production && settings.Email.From == new EmailSettings().From) return Missing("Email:From", "the name and address in whose name mail is sent");
        if (production && twilio.AccountSid is null) return Missing("Sms:Twilio:AccountSid", "the Twilio account that sends our texts");
        if (twilio.AccountSid is not null && twilio.AuthToken is null) return Missing("Sms:Twilio:AuthToken", "the secret of the Twilio account");
        if (twilio.AccountSid is not null && twilio.MessagingServiceSid is null && twilio.From is null)
            return Missing("Sms:Twilio:MessagingServiceSid", "the messaging service that sends (or Sms:Twilio:From, one sender)");
        if (!settings.PublicUrl.IsAbsoluteUri || settings.PublicUrl.Scheme is not ("https" or "http"))
            return $"The setting {Prefix}PublicUrl is no web address: write https://alerts.example.org.";
        if (production && settings.PublicUrl.IsLoopback) return Missing("PublicUrl", "the address at which the world reaches this platform");
        if (!System.Net.Mail.MailAddress.TryCreate(settings.Email.From, out _)) return $"The setting {Prefix}Email:From is no address: write \"Name <alerts@example.org>\".";
        if (!Enum.GetNames<Engines.Smtp.SmtpSecurity>().Contains(smtp.Security, StringComparer.OrdinalIgnoreCase)) return $"The setting {Prefix}Email:Smtp:Security is none of Auto, None, StartTls, Tls.";
        if (smtp.Connections is < 1 or > 200) return $"The setting {Prefix}Email:Smtp:Connections must be between 1 and 200.";
        if (twilio.Connections is < 1 or > 200) return $"The setting {Prefix}Sms:Twilio:Connections must be between 1 and 200.";
        if (settings.Limits.PauseAtFailures is not (>= 0 and <= 1)) return $"The setting {Prefix}Limits:PauseAtFailures must be between 0 (never) and 1: write 0.05 for one in twenty.";
        if (dkim.KeyFile is not null && (dkim.Domain is null || dkim.Selector is null)) return Missing("Email:Dkim:Domain and :Selector", "what the DKIM key signs for");
        if (dkim.KeyFile is not null && !File.Exists(dkim.KeyFile)) return $"The DKIM key {dkim.KeyFile} (setting {Prefix}Email:Dkim:KeyFile) is not there.";
        if (dkim.Ed25519KeyFile is not null && (dkim.KeyFile is null || dkim.Ed25519Selector is null))
            return Missing(dkim.KeyFile is null ? "Email:Dkim:KeyFile" : "Email:Dkim:Ed25519Selector", "an Ed25519 key signs beside an RSA key, under a selector of its own");
        if (dkim.Ed25519KeyFile is not null && !File.Exists(dkim.Ed25519KeyFile)) return $"The DKIM key {dkim.Ed25519KeyFile} (setting {Prefix}Email:Dkim:Ed25519KeyFile) is not there.";
        return Directory.Exists(settings.Templates) ? null : $"The folder of templates {settings.Templates} is not there.";
    }

    private static string Missing(string key, string what) =>
        $"The setting {Prefix}{key} is missing: {what}. Set it in the environment as Advocacy__{key.Replace(":", "__", StringComparison.Ordinal)} or in appsettings.json.";
}

/// <summary>Why the platform does not start, in one sentence for the person who started it.</summary>
public sealed class StartupException(string sentence, Exception? inner = null) : Exception(sentence, inner);
