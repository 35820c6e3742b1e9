using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Drills;

/// <summary>Error numbers and a flood of callbacks, turned round, doubled and an hour late (drills F13, F14).</summary>
public sealed class F13F14CallbacksTests(TestPostgres postgres)
{
    private static readonly FakeReport Sent = new("sent"), Delivered = new("delivered");

    [Fact]
    public async Task Every_number_has_its_class_every_word_its_rank_and_the_next_alert_knows()
    {
        await using var network = await Network.Create(postgres);
        network.Settings["Limits:PauseAtFailures"] = "0"; // they fail on purpose
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Phones(108));
        network.Twilio.Script.Next(Given.Phone(1), FakeBehaviour.Error(400, 21610));
        network.Twilio.Script.Next(Given.Phone(2), FakeBehaviour.Error(400, 21614));
        var first = await desk.SendAll(Given.Alert("wages", "sms"));
        network.Clock.Move(TimeSpan.FromHours(1));
        using var twilio = site.Public();
        var failing = Enumerable.Range(3, 6).ToDictionary(Given.Phone, n => new FakeReport("undelivered", 30000 + n)); // 30003 to 30008
        var answers = await Task.WhenAll(network.Twilio.Messages.SelectMany(text => failing.TryGetValue(text.To, out var report)
            ? [network.Twilio.PlayCallbacks(text.Sid, twilio, report, Sent), network.Twilio.PlayCallbacks(text.Sid, twilio, report)]
            : new[] { network.Twilio.PlayCallbacks(text.Sid, twilio, Delivered, Sent), network.Twilio.PlayCallbacks(text.Sid, twilio, Delivered, Delivered) }));
        Assert.All(answers.SelectMany(codes => codes), code => Assert.Equal(204, code));
        Assert.Equal(new Tally("finished", 108, 0, 0, 100, 100, 7, 1, 0), await first.Now());
        Assert.Equal(["21614", "30003", "30004", "30005", "30006", "30007", "30008"], (await first.Rows("failed")).Select(row => row.Reason!).Order());

        var before = network.Twilio.Messages.Count;
        var second = await desk.SendAll(Given.Alert("wages", "sms"));
        Assert.Equal(new Tally("finished", 108, 0, 0, 104, 0, 0, 4, 0), await second.Now()); // without 21610, 21614, 30005 and 30006
        var again = network.Twilio.Messages.Skip(before).Select(text => text.To).ToList();
        Assert.DoesNotContain(Given.Phone(1), again);
        Assert.Contains(Given.Phone(3), again); // a phone that was off may be on tomorrow
    }
}
