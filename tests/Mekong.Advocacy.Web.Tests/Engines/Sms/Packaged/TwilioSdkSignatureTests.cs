using Mekong.Advocacy.Engines.Twilio;
using Mekong.Advocacy.Engines.TwilioSdk;
using Twilio.Security;

namespace Mekong.Advocacy.Web.Tests.Engines.Sms.Packaged;

/// <summary>The judgement of Twilio's own RequestValidator.</summary>
public sealed class TwilioSdkSignatureTests : TwilioSignatureContract
{
    private protected override bool IsGenuine(TwilioOptions options, string url, KeyValuePair<string, string>[] form, string? signature) =>
        TwilioSdkSignature.IsGenuine(new RequestValidator(options.AuthToken), options, url, form, signature);
}
