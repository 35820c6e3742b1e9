using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;
using Mekong.Advocacy.Engines.Twilio;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Engines;

/// <summary>The engines of this build behind each seam that carries messages, by the names that settings know; registered as an application does.</summary>
public static class CompiledEngines
{
    private const string BuiltIn = "BuiltIn";

    public static TheoryData<string> Email => PackagedEngines.Email is null ? [BuiltIn] : [BuiltIn, "MailKit"];

    public static TheoryData<string> Sms => PackagedEngines.Sms is null ? [BuiltIn] : [BuiltIn, "TwilioSdk"];

    internal static ServiceProvider Mail(string engine, SmtpOptions options, DkimOptions? dkim = null) =>
        new ServiceCollection().AddEmail(new EngineChoice { Email = engine }, options, dkim).BuildServiceProvider();

    internal static ISmsTransport Texts(string engine, TwilioOptions options) =>
        new ServiceCollection().AddSms(new EngineChoice { Sms = engine }, options).BuildServiceProvider().GetRequiredService<ISmsTransport>();
}
