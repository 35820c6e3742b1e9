using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Drills;

/// <summary>Twilio is too busy, or refuses our account, one reason after the other (drills F10, F11; each alone: TextFaultsTests).</summary>
public sealed class F10F11ProviderRefusesTests(TestPostgres postgres)
{
    [Fact]
    public async Task Three_in_ten_answered_429_cost_less_than_two_attempts_each_and_each_fault_of_ours_stops_the_channel_until_one_click()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Phones(100));
        var campaign = await desk.Approved(Given.Alert("wages", "sms"));
        var next = "schedule";
        foreach (var (status, code) in new[] { (401, 20003), (403, 20005), (400, 21606) })
        {
            network.Twilio.Script.Share(1, FakeBehaviour.Error(status, code));
            var before = network.Twilio.Requests;
            await campaign.Does(next, next == "schedule" ? new { at = "now" } : null);
            await campaign.Is("paused");
            await campaign.Sees(now => now is { Queued: 100, Attempted: 0 }, "everything is kept");
            Assert.InRange(network.Twilio.Requests - before, 1, Network.TextConnections + 5);
            Assert.Contains($"{code}", (await desk.Coordinator.Get($"/alerts/{campaign.Id}")).Json.GetProperty("pauseReason").GetString(), StringComparison.Ordinal);
            next = "resume";
        }
        var begun = network.Twilio.Requests;
        network.Twilio.Script.Share(0.3, FakeBehaviour.Html(429));
        await campaign.Does("resume");
        for (var tries = 1; tries <= 8 && (await campaign.Now()).Stage != "finished"; tries++)
        {
            await Until.Sees(
                () => network.Number($"select count(*) from advocacy.deliveries where state in ('queued', 'attempted') and (due_at is null or due_at < '{network.Clock.GetUtcNow():O}')"),
                rows => rows == 0, "whoever is due was tried");
            network.Clock.Move(TimeSpan.FromMinutes(67));
        }
        Assert.Equal(new Tally("finished", 100, 0, 0, 100, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.InRange(network.Twilio.Requests - begun, 100, 200);
        Assert.Equal((100, 100), (network.Twilio.Messages.Count, network.Twilio.Messages.DistinctBy(text => text.To).Count()));
    }
}
