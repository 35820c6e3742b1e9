using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>Several workers, and what happens to the ground they stand on (drills F3, F16, F18).</summary>
public sealed class WorkersTests(TestPostgres postgres)
{
    [Fact]
    public async Task Two_platforms_on_one_database_share_the_work_and_double_nothing()
    {
        await using var network = await Network.Create(postgres);
        await using var one = await network.Open();
        await using var other = await network.Open(ProcessRole.Worker);
        var desk = await one.Desk();
        await desk.Import(Given.Readers(600));
        await desk.Import(Given.Phones(200));
        var campaigns = new[] { await desk.Send(Given.Alert("wages", "email", "sms")), await desk.Send(Given.Alert("wages", "email", "sms")) };
        foreach (var campaign in campaigns)
            Assert.Equal(new Tally("finished", 800, 0, 0, 800, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.Equal((1200, 0), network.Mail.Tally());
        Assert.Equal(400, network.Twilio.Messages.Count);
        Assert.All(network.Twilio.Messages.CountBy(text => text.To), texts => Assert.Equal(2, texts.Value));
    }

    [Fact]
    public async Task A_clock_that_jumps_two_hours_ahead_sends_nothing_in_flight_again()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(23));
        var gate = new Gate(free: 20);
        network.Mail.Script = gate.Script;
        var campaign = await desk.Send(Given.Alert());
        await campaign.Sees(now => now.Sent == 20, "the others are in flight, or announced behind one that is, and some connections are free");
        network.Clock.Move(TimeSpan.FromHours(2));
        var renewed = network.Clock.GetUtcNow();
        await Until.Sees(() => network.Number("select count(*) from advocacy.delivery_batches where lease_until > now() + interval '1 hour'"), batches => batches == 1, "the lease was renewed at the new time");
        Assert.Equal(0, network.Mail.Tally().Extra);
        gate.Open();
        Assert.Equal(new Tally("finished", 23, 0, 0, 23, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.Equal((23, 0), network.Mail.Tally());
    }

    [Fact]
    public async Task Broken_database_connections_lose_nothing_and_hold_nobody_up()
    {
        await using var network = await Network.Create(postgres);
        network.Settings["Limits:PauseAtFailures"] = "0"; // one in ten is refused on purpose
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(1500));
        network.Mail.Script = new() { Answer = (verb, line, _) => verb == "RCPT" && line.Contains("3@", StringComparison.Ordinal) ? "550 5.1.1 No such user" : null };
        var campaign = await desk.Send(Given.Alert());
        for (var cut = 1; cut <= 5; cut++)
        {
            await Until.True(() => network.Mail.Count >= cut * 150, $"{cut * 150} mails have left");
            await network.Number("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        }
        var tally = await Until.Sees(async () => { try { return await campaign.Now(); } catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or KeyNotFoundException) { return null; } }, now => now?.Stage == "finished", "the alert is finished");
        Assert.Equal(new Tally("finished", 1500, 0, 0, 1350, 0, 150, 0, 0), tally);
        Assert.Equal((1350, 0), network.Mail.Tally());
        Assert.Equal(150, await network.Number("select count(*) from advocacy.consents where suppressed_at is not null"));
    }
}
