using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Drills;

/// <summary>The clock jumps back and a day ahead, and passes the end of 32-bit seconds (drill F16; two hours ahead: WorkersTests; Yangon: HourTests).</summary>
public sealed class F16ClockTests(TestPostgres postgres)
{
    private static readonly DateTimeOffset BeforeTheEnd = new(2038, 1, 18, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_send_survives_jumps_and_an_alert_of_2038_leaves_once_at_its_hour_in_each_zone()
    {
        await using var network = await Network.Create(postgres, new MovableClock(BeforeTheEnd));
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(60));
        foreach (var (number, jump) in new[] { (1, TimeSpan.FromHours(-2)), (2, TimeSpan.FromDays(1)), (3, TimeSpan.FromDays(-1)) })
        {
            var gate = new Gate(free: 20);
            network.Mail.Script = gate.Script;
            var campaign = await desk.Send(Given.Alert());
            await Until.True(() => network.Mail.Count == 60 * (number - 1) + 20 + Network.MailConnections, "every connection has a mail in flight");
            network.Clock.Move(jump);
            gate.Open();
            Assert.Equal(new Tally("finished", 60, 0, 0, 60, 0, 0, 0, 0), await campaign.Is("finished"));
            Assert.Equal((60 * number, 0), network.Mail.Tally());
        }

        // 2^31 seconds are over at 03:14:08 UTC on 19 January; the night of 28 March has no 02:30 in Berlin.
        var gone = await desk.Approved(Given.Alert());
        Assert.Equal(422, (await gone.Try("schedule", new { at = "2038-03-28T02:30", zone = "Europe/Berlin" })).Code);
        foreach (var (number, at, zone, utc) in new[]
        {
            (4, "2038-01-19T11:30", "Asia/Shanghai", new DateTimeOffset(2038, 1, 19, 3, 30, 0, TimeSpan.Zero)),
            (5, "2038-01-19T11:00", "Asia/Phnom_Penh", new DateTimeOffset(2038, 1, 19, 4, 0, 0, TimeSpan.Zero)),
            (6, "2038-03-28T03:30", "Europe/Berlin", new DateTimeOffset(2038, 3, 28, 1, 30, 0, TimeSpan.Zero)),
        })
        {
            var campaign = await desk.Approved(Given.Alert());
            await campaign.Does("schedule", new { at, zone });
            network.Clock.Move(utc.AddMinutes(-1) - network.Clock.GetUtcNow());
            Assert.Equal("scheduled", (await campaign.Now()).Stage);
            network.Clock.Move(TimeSpan.FromMinutes(1));
            await campaign.Is("finished");
            Assert.Equal((60 * number, 0), network.Mail.Tally());
        }
    }
}
