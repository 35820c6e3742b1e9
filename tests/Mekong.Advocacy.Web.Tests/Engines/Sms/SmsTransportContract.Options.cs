using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Twilio;

namespace Mekong.Advocacy.Web.Tests.Engines.Sms;

public abstract partial class SmsTransportContract
{
    [Fact]
    public async Task A_wrong_token_is_our_fault()
    {
        var handover = await Engine(Options(Twilio.BaseUrl) with { AuthToken = "old" }).Send(new SmsMessage(To, "x"), Ct);
        Assert.Equal((Fate.OurFault, "20003"), (handover.Fate, handover.Reason));
    }

    [Fact]
    public async Task For_people_at_risk_Twilio_is_asked_to_keep_nothing()
    {
        await Engine(Options(Twilio.BaseUrl) with { KeepNothing = true }).Send(new SmsMessage(To, "x"), Ct);
        var form = Twilio.Messages[0].Form;
        Assert.Equal(("discard", "obfuscate"), (form["ContentRetention"], form["AddressRetention"]));
    }

    [Fact]
    public async Task Without_a_messaging_service_the_sender_is_named()
    {
        await Engine(Options(Twilio.BaseUrl) with { MessagingServiceSid = null, From = "Mekong" }).Send(new SmsMessage(To, "x"), Ct);
        var form = Twilio.Messages[0].Form;
        Assert.Equal(("Mekong", false), (form["From"], form.ContainsKey("MessagingServiceSid")));
    }

    [Fact]
    public async Task A_relative_callback_is_completed_by_our_public_address()
    {
        var options = Options(Twilio.BaseUrl) with { PublicUrl = new Uri("https://mekong.example") };
        await Engine(options).Send(new SmsMessage(To, "x", new Uri("/hooks/sms?d=7", UriKind.Relative)), Ct);
        Assert.Equal("https://mekong.example/hooks/sms?d=7", Twilio.Messages[0].Form["StatusCallback"]);
    }

    [Theory]
    [InlineData("http://api.example")]
    [InlineData("ftp://127.0.0.1")]
    public void The_token_never_travels_in_clear(string url) =>
        Assert.Throws<ArgumentException>(() => Engine(Options(new Uri(url))));

    [Fact]
    public void Options_without_any_sender_are_refused() =>
        Assert.Throws<ArgumentException>(() => Engine(Options(Twilio.BaseUrl) with { MessagingServiceSid = null }));

    internal static TwilioOptions Options(Uri baseUrl) =>
        new(FakeTwilio.AccountSid, FakeTwilio.AuthToken, FakeTwilio.ServiceSid, From: null, baseUrl);
}
