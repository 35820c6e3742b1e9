using System.Net;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Drills;

/// <summary>PostgreSQL crashes in the middle of a send and is away for a while (drills F3, F4).</summary>
public sealed class F03F04DatabaseAwayTests
{
    [Fact]
    public async Task A_crash_of_the_database_loses_nothing_that_was_acknowledged_and_sending_goes_on_by_itself()
    {
        using var folder = new TestFolder();
        await using var postgres = await PostgresToBreak.Start(folder.Path, CancellationToken.None);
        await using var network = await Network.On(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(200));
        var gate = new Gate(free: 50);
        network.Mail.Script = gate.Script;
        var campaign = await desk.Send(Given.Alert());
        await Until.True(() => network.Mail.Count == 50 + Network.MailConnections, "every connection has a mail in flight");
        await desk.Import(Given.Readers(1, "acknowledged", "signed.example"));

        await postgres.Leave(CancellationToken.None);
        using var anyone = site.Public();
        var link = network.Mail.Mails[0].Text.Split("/u/")[1].Split('>', ' ', '\r')[0];
        foreach (var refused in new[] { await desk.Coordinator.Http.Ask(HttpMethod.Get, "/api/v1/alerts"), await anyone.Ask(HttpMethod.Post, $"/u/{link}") })
            Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (refused.StatusCode, refused.Headers.RetryAfter?.Delta > TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.OK, (await anyone.Ask(HttpMethod.Get, "/")).StatusCode);
        gate.Open(); // answers come while nothing can be written

        await using (var door = new ClosedDoor(postgres.Port))
            await Until.True(() => door.Calls >= 5, "the workers have tried in vain");
        await postgres.ComeBack(CancellationToken.None);
        await Until.Sees(async () => (await anyone.Ask(HttpMethod.Get, "/readyz")).StatusCode, status => status == HttpStatusCode.OK, "the pages are back", 15);
        var tally = await campaign.Is("finished", seconds: 30);
        Assert.Equal(new Tally("finished", 200, 0, 0, 200, 0, 0, 0, 0), tally);
        Assert.Equal(200, network.Mail.Tally().Different);
        Assert.InRange(network.Mail.Tally().Extra, 0, Network.MailConnections);
        Assert.Equal(1, await network.Number("select count(*) from advocacy.subscribers where topics = array['acknowledged']"));
    }
}
