using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Twilio;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Engines.Sms;

/// <summary>The built-in engine under the contract, registered as an application registers it.</summary>
public sealed class TwilioSmsTests : SmsTransportContract
{
    protected override ISmsTransport Engine(TwilioOptions options) =>
        new ServiceCollection().AddTwilioSms(options).BuildServiceProvider().GetRequiredService<ISmsTransport>();

    [Fact]
    public void Options_in_a_log_do_not_show_the_token() =>
        Assert.DoesNotContain(FakeTwilio.AuthToken, Options(Twilio.BaseUrl).ToString(), StringComparison.Ordinal);
}
