using System.Globalization;
using Mekong.Advocacy.Engines.Seams;
using static Mekong.Advocacy.Faults.FakeBehaviour;

namespace Mekong.Advocacy.Web.Tests.Engines.Sms;

public abstract partial class SmsTransportContract
{
    [Theory]
    [InlineData(400, 21610, Fate.OptedOut)]
    [InlineData(400, 21211, Fate.BadAddress)]
    [InlineData(400, 21614, Fate.BadAddress)]
    [InlineData(400, 21217, Fate.BadAddress)]
    [InlineData(400, 21265, Fate.BadAddress)]
    [InlineData(400, 21635, Fate.BadAddress)]
    [InlineData(400, 21408, Fate.RouteClosed)]
    [InlineData(400, 21612, Fate.RouteClosed)]
    [InlineData(400, 21215, Fate.RouteClosed)]
    [InlineData(401, 20003, Fate.OurFault)]
    [InlineData(403, 20005, Fate.OurFault)]
    [InlineData(404, 20404, Fate.OurFault)]
    [InlineData(400, 21212, Fate.OurFault)]
    [InlineData(400, 21603, Fate.OurFault)]
    [InlineData(400, 21606, Fate.OurFault)]
    [InlineData(400, 21659, Fate.OurFault)]
    [InlineData(429, 63038, Fate.OurFault)]
    [InlineData(400, 21611, Fate.Deferred)]
    [InlineData(400, 20429, Fate.Deferred)]
    [InlineData(429, 99999, Fate.Deferred)]
    [InlineData(400, 21617, Fate.Refused)]
    [InlineData(400, 99999, Fate.Refused)]
    [InlineData(503, 20503, Fate.Deferred)]
    [InlineData(500, 20500, Fate.Ambiguous)]
    public async Task An_error_number_decides_the_fate(int status, int number, Fate fate)
    {
        Twilio.Script.Always(To, Error(status, number));
        var handover = await Sms.Send(Text, Ct);
        Assert.Equal((fate, number.ToString(CultureInfo.InvariantCulture), null), (handover.Fate, handover.Reason, handover.ProviderId));
    }

    [Theory]
    [InlineData(401, Fate.OurFault)]
    [InlineData(403, Fate.OurFault)]
    [InlineData(404, Fate.OurFault)]
    [InlineData(302, Fate.OurFault)]
    [InlineData(400, Fate.Refused)]
    [InlineData(429, Fate.Deferred)]
    [InlineData(503, Fate.Deferred)]
    [InlineData(500, Fate.Ambiguous)]
    [InlineData(502, Fate.Ambiguous)]
    [InlineData(504, Fate.Ambiguous)]
    [InlineData(200, Fate.Ambiguous)]
    public async Task A_gateways_page_is_judged_by_its_status(int status, Fate fate)
    {
        Twilio.Script.Always(To, Html(status));
        var handover = await Sms.Send(Text, Ct);
        Assert.Equal(fate, handover.Fate);
        Assert.DoesNotContain("<", handover.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_requests_says_how_long_to_wait()
    {
        Twilio.Script.Next(To, TooMany(7), TooMany(), Html(429, "12"), Html(429, "Fri, 31 Dec 2100 23:59:59 GMT"), Html(429, "Sat, 01 Jan 2000 00:00:00 GMT"));
        var waits = new List<TimeSpan?>();
        for (var i = 0; i < 5; i++)
        {
            var handover = await Sms.Send(Text, Ct);
            Assert.Equal(Fate.Deferred, handover.Fate);
            waits.Add(handover.RetryAfter);
        }
        Assert.Equal([TimeSpan.FromSeconds(7), null, TimeSpan.FromSeconds(12)], waits[..3]);
        Assert.True(waits[3] > TimeSpan.FromDays(365));
        Assert.Equal(TimeSpan.Zero, waits[4]);
    }

    [Fact]
    public async Task The_reply_is_kept_without_the_number_and_not_at_any_length()
    {
        Twilio.Script.Always(To, Error(400, 21211, $"The 'To' number {To} (or 855 12 345 678) is not valid." + new string('x', 900)));
        var reply = (await Sms.Send(Text, Ct)).Reply;
        Assert.StartsWith("The 'To' number [number] (or [number]) is not valid.xxx", reply, StringComparison.Ordinal);
        Assert.Equal(500, reply.Length);
    }

    [Fact]
    public async Task Of_three_hundred_texts_with_a_third_turned_away_none_is_lost_or_doubled()
    {
        Twilio.Script.Share(0.3, TooMany());
        var waiting = new Queue<string>(Enumerable.Range(0, 300).Select(n => $"+8551{n:0000000}"));
        while (waiting.TryDequeue(out var to))
            if ((await Sms.Send(Text with { To = to }, Ct)).Fate == Fate.Deferred) waiting.Enqueue(to);
        Assert.Equal(300, Twilio.Messages.Select(m => m.To).Distinct().Count());
        Assert.Equal(300, Twilio.Messages.Count);
        Assert.InRange(Twilio.Requests, 400, 430);
    }
}
