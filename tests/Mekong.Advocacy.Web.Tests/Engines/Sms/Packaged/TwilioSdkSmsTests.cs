using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Twilio;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Engines.Sms.Packaged;

/// <summary>Twilio's own client under the contract, registered as an application registers it.</summary>
public sealed class TwilioSdkSmsTests : SmsTransportContract
{
    protected override ISmsTransport Engine(TwilioOptions options) =>
        new ServiceCollection().AddSms(new EngineChoice { Sms = "TwilioSdk" }, options).BuildServiceProvider().GetRequiredService<ISmsTransport>();
}
