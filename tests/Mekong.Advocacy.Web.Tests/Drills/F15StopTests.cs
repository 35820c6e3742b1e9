using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Drills;

/// <summary>Somebody sends STOP while another alert to them is under way (drill F15; by mail's one click: StoppingTests).</summary>
public sealed class F15StopTests(TestPostgres postgres)
{
    [Fact]
    public async Task A_stop_to_the_carrier_holds_for_what_has_not_left_yet()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Phones(60));
        await desk.SendAll(Given.Alert("wages", "sms"));
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        network.Twilio.Script.Share(1, FakeBehaviour.Held(() => held.Task));
        var campaign = await desk.Send(Given.Alert("wages", "sms"));
        await Until.True(() => network.Twilio.Messages.Count == 60 + Network.TextConnections, "every connection has a text in flight");
        var leaving = network.Twilio.Messages.Take(60).ExceptBy(network.Twilio.Messages.Skip(60).Select(text => text.To), text => text.To).TakeLast(3).ToList();
        using var twilio = site.Public();
        foreach (var text in leaving)
            Assert.Equal([204], await network.Twilio.PlayCallbacks(text.Sid, twilio, new FakeReport("undelivered", 21610)));
        held.SetResult();
        Assert.Equal(new Tally("finished", 60, 0, 0, 57, 0, 0, 3, 0), await campaign.Is("finished"));
        Assert.DoesNotContain(network.Twilio.Messages.Skip(60), text => leaving.Any(one => one.To == text.To));
    }
}
