using System.Globalization;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Sms;

public abstract partial class SmsTransportContract
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_look_up_finds_what_was_taken_since_an_instant_though_it_is_not_sent_yet()
    {
        Twilio.Add(To, "long ago", Nine.AddDays(-1), "delivered");
        var sent = Twilio.Add(To, "first", Nine.AddMinutes(1), "undelivered", 30003);
        var queued = Twilio.Add(To, "second", Nine.AddMinutes(2));
        Twilio.Add("+85599999999", "somebody else's", Nine.AddMinutes(2));
        Assert.Equal(
            [
                new SmsTrace(queued.Sid, "second", SmsStatus.Queued, Nine.AddMinutes(2), null),
                new SmsTrace(sent.Sid, "first", SmsStatus.Undelivered, Nine.AddMinutes(1), "30003"),
            ],
            await Sms.Find(To, Nine, Ct));
    }

    [Fact]
    public async Task A_text_taken_in_the_very_second_is_found()
    {
        Twilio.Add(To, "now", Nine);
        Assert.Single(await Sms.Find(To, Nine.AddMilliseconds(400), Ct));
    }

    [Fact]
    public async Task The_look_up_turns_pages_until_they_are_too_old()
    {
        Twilio.PageSize = 2;
        for (var minute = -10; minute < 5; minute++) Twilio.Add(To, $"{minute}", Nine.AddMinutes(minute));
        Assert.Equal(["4", "3", "2", "1", "0"], (await Sms.Find(To, Nine, Ct)).Select(t => t.Body));
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    public async Task The_look_up_never_follows_a_page_to_another_host(string host)
    {
        (Twilio.PageSize, Twilio.NextPageHost) = (1, host);
        Twilio.Add(To, "one", Nine);
        Twilio.Add(To, "two", Nine);
        await Assert.ThrowsAsync<HttpRequestException>(() => Sms.Find(To, Nine, Ct));
    }

    [Fact]
    public async Task A_list_without_an_end_concludes_nothing()
    {
        Twilio.PageSize = 1;
        for (var n = 0; n < 30; n++) Twilio.Add(To, $"{n}", Nine.AddMinutes(n));
        await Assert.ThrowsAsync<HttpRequestException>(() => Sms.Find(To, Nine, Ct));
    }

    [Fact]
    public async Task A_look_up_that_fails_is_not_an_empty_list()
    {
        var sms = Sms;
        await Twilio.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => sms.Find(To, Nine, Ct));
    }

    [Fact]
    public async Task Dates_are_read_the_same_under_a_Thai_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
            Twilio.Add(To, "now", Nine);
            Assert.Equal(Nine, Assert.Single(await Sms.Find(To, Nine, Ct)).CreatedAt);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
