using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Tests.Hosting;

public sealed class SettingsCheckTests
{
    private static readonly AdvocacySettings Ready = new()
    {
        PublicUrl = new("https://alerts.example.org"),
        Email = new() { From = "Network <alerts@example.org>", Smtp = new() { Host = "mail.example.org" } },
        Sms = new() { Twilio = new() { AccountSid = "AC1", AuthToken = "secret", MessagingServiceSid = "MG1" } },
    };

    private static AdvocacySettings Mail(Func<EmailSettings, EmailSettings> change) => Ready with { Email = change(Ready.Email) };

    private static AdvocacySettings Smtp(Func<SmtpSettings, SmtpSettings> change) => Mail(email => email with { Smtp = change(email.Smtp) });

    private static AdvocacySettings Dkim(DkimSettings dkim) => Mail(email => email with { Dkim = dkim });

    private static AdvocacySettings Twilio(Func<TwilioSettings, TwilioSettings> change) =>
        Ready with { Sms = Ready.Sms with { Twilio = change(Ready.Sms.Twilio) } };

    [Fact]
    public void A_trial_needs_no_settings() => Assert.Null(SettingsCheck.Fault(new AdvocacySettings(), production: false));

    [Fact]
    public void What_is_complete_may_start() => Assert.Null(SettingsCheck.Fault(Ready, production: true));

    [Fact]
    public void One_sender_stands_in_for_a_messaging_service() =>
        Assert.Null(SettingsCheck.Fault(Twilio(t => t with { MessagingServiceSid = null, From = "+15005550006" }), production: true));

    public static TheoryData<AdvocacySettings, string> NeededInProduction => new()
    {
        { Smtp(s => s with { Host = null }), Missing("Email:Smtp:Host", "the mail server that takes our messages", "Email__Smtp__Host") },
        { Mail(e => e with { From = new EmailSettings().From }), Missing("Email:From", "the name and address in whose name mail is sent", "Email__From") },
        { Twilio(_ => new()), Missing("Sms:Twilio:AccountSid", "the Twilio account that sends our texts", "Sms__Twilio__AccountSid") },
        { Ready with { PublicUrl = new("http://127.0.0.1:5080") }, Missing("PublicUrl", "the address at which the world reaches this platform", "PublicUrl") },
    };

    [Theory]
    [MemberData(nameof(NeededInProduction))]
    public void Production_says_what_it_needs(AdvocacySettings settings, string sentence)
    {
        Assert.Equal(sentence, SettingsCheck.Fault(settings, production: true));
        Assert.Null(SettingsCheck.Fault(settings, production: false));
    }

    public static TheoryData<AdvocacySettings, string> Contradictory => new()
    {
        { Twilio(t => t with { AuthToken = null }), Missing("Sms:Twilio:AuthToken", "the secret of the Twilio account", "Sms__Twilio__AuthToken") },
        { Twilio(t => t with { MessagingServiceSid = null }), Missing("Sms:Twilio:MessagingServiceSid", "the messaging service that sends (or Sms:Twilio:From, one sender)", "Sms__Twilio__MessagingServiceSid") },
        { Twilio(t => t with { Connections = 0 }), "The setting Advocacy:Sms:Twilio:Connections must be between 1 and 200." },
        { Mail(e => e with { From = "alerts" }), "The setting Advocacy:Email:From is no address: write \"Name <alerts@example.org>\"." },
        { Smtp(s => s with { Security = "Ssl3" }), "The setting Advocacy:Email:Smtp:Security is none of Auto, None, StartTls, Tls." },
        { Smtp(s => s with { Security = "7" }), "The setting Advocacy:Email:Smtp:Security is none of Auto, None, StartTls, Tls." },
        { Smtp(s => s with { Connections = 0 }), "The setting Advocacy:Email:Smtp:Connections must be between 1 and 200." },
        { Smtp(s => s with { Connections = 201 }), "The setting Advocacy:Email:Smtp:Connections must be between 1 and 200." },
        { Ready with { Limits = new() { PauseAtFailures = 5 } }, "The setting Advocacy:Limits:PauseAtFailures must be between 0 (never) and 1: write 0.05 for one in twenty." },
        { Ready with { Limits = new() { PauseAtFailures = double.NaN } }, "The setting Advocacy:Limits:PauseAtFailures must be between 0 (never) and 1: write 0.05 for one in twenty." },
        { Dkim(new() { KeyFile = "/none/dkim.pem" }), Missing("Email:Dkim:Domain and :Selector", "what the DKIM key signs for", "Email__Dkim__Domain and __Selector") },
        { Dkim(new() { KeyFile = "/none/dkim.pem", Domain = "example.org", Selector = "a" }), "The DKIM key /none/dkim.pem (setting Advocacy:Email:Dkim:KeyFile) is not there." },
        { Ready with { Templates = "/none/templates" }, "The folder of templates /none/templates is not there." },
        { Ready with { PublicUrl = new("alerts.example.org", UriKind.RelativeOrAbsolute) }, "The setting Advocacy:PublicUrl is no web address: write https://alerts.example.org." },
        { Ready with { PublicUrl = new("ftp://alerts.example.org") }, "The setting Advocacy:PublicUrl is no web address: write https://alerts.example.org." },
    };

    [Theory]
    [MemberData(nameof(Contradictory))]
    public void A_contradiction_is_named_everywhere(AdvocacySettings settings, string sentence)
    {
        Assert.Equal(sentence, SettingsCheck.Fault(settings, production: true));
        Assert.Equal(sentence, SettingsCheck.Fault(settings, production: false));
    }

    private static string Missing(string key, string what, string variable) =>
        $"The setting Advocacy:{key} is missing: {what}. Set it in the environment as Advocacy__{variable} or in appsettings.json.";
}
