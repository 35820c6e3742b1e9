using Mekong.Advocacy.Engines.Seams;
using static Mekong.Advocacy.Faults.FakeCallbacks;

namespace Mekong.Advocacy.Web.Tests.Engines.Sms;

public abstract partial class SmsTransportContract
{
    private const string CallbackUrl = "https://mekong.example/hooks/sms?d=7";
    private static readonly FakeMessage Message =
        new("SM1", default, "queued", null, new Dictionary<string, string> { ["To"] = "+85512345678", ["Body"] = "x" });

    private ISmsTransport Nowhere => Engine(Options(new Uri("https://127.0.0.1:1")));

    [Theory]
    [InlineData("accepted", null, SmsStatus.Accepted, null)]
    [InlineData("scheduled", null, SmsStatus.Scheduled, null)]
    [InlineData("queued", null, SmsStatus.Queued, null)]
    [InlineData("sending", null, SmsStatus.Sending, null)]
    [InlineData("sent", null, SmsStatus.Sent, null)]
    [InlineData("canceled", null, SmsStatus.Canceled, null)]
    [InlineData("delivered", null, SmsStatus.Delivered, null)]
    [InlineData("read", null, SmsStatus.Read, null)]
    [InlineData("a-word-of-next-year", null, SmsStatus.Accepted, null)]
    [InlineData("undelivered", 30003, SmsStatus.Undelivered, Fate.Refused)]
    [InlineData("undelivered", 30004, SmsStatus.Undelivered, Fate.Refused)]
    [InlineData("undelivered", 30005, SmsStatus.Undelivered, Fate.BadAddress)]
    [InlineData("undelivered", 30006, SmsStatus.Undelivered, Fate.BadAddress)]
    [InlineData("undelivered", 30007, SmsStatus.Undelivered, Fate.Refused)]
    [InlineData("undelivered", 30008, SmsStatus.Undelivered, Fate.Refused)]
    [InlineData("failed", 30001, SmsStatus.Failed, Fate.Deferred)]
    [InlineData("failed", 30002, SmsStatus.Failed, Fate.OurFault)]
    [InlineData("failed", 21610, SmsStatus.Failed, Fate.OptedOut)]
    [InlineData("failed", 98765, SmsStatus.Failed, Fate.Refused)]
    [InlineData("delivered", 0, SmsStatus.Delivered, null)]
    public void A_report_tells_status_and_what_its_error_means(string word, int? error, SmsStatus status, Fate? fate)
    {
        var fields = Fields(Message, new FakeReport(word, error));
        var shown = error is null or 0 ? null : fields["ErrorCode"];
        Assert.Equal(new SmsReport("SM1", status, shown, fate), Nowhere.ReadReport(CallbackUrl, [.. fields], Signature(FakeTwilio.AuthToken, CallbackUrl, fields)));
    }

    [Fact]
    public void A_text_that_came_in_is_no_report()
    {
        var fields = Fields(Message, new FakeReport("received"));
        Assert.Null(Nowhere.ReadReport(CallbackUrl, [.. fields], Signature(FakeTwilio.AuthToken, CallbackUrl, fields)));
    }

    [Fact]
    public void Fields_that_Twilio_adds_later_change_nothing()
    {
        var fields = Fields(Message, new FakeReport("sent"));
        (fields["RawDlrDoneDate"], fields["aNewField"], fields["Zone"]) = ("2603011200", " kept untrimmed ", "");
        Assert.Equal(SmsStatus.Sent, Nowhere.ReadReport(CallbackUrl, [.. fields], Signature(FakeTwilio.AuthToken, CallbackUrl, fields))?.Status);
    }

    [Fact]
    public void Behind_a_proxy_the_public_address_is_what_was_signed()
    {
        var behind = Engine(Options(new Uri("https://127.0.0.1:1")) with { PublicUrl = new Uri("https://mekong.example/") });
        var fields = Fields(Message, new FakeReport("sent"));
        var signature = Signature(FakeTwilio.AuthToken, CallbackUrl, fields);
        Assert.NotNull(behind.ReadReport("http://10.0.0.5:8080/hooks/sms?d=7", [.. fields], signature));
        Assert.Null(Nowhere.ReadReport("http://10.0.0.5:8080/hooks/sms?d=7", [.. fields], signature));
    }
}
