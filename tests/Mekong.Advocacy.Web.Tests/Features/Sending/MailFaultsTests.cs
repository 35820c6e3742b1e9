using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>What mail servers do to a campaign (drills F5, F7, F9).</summary>
public sealed class MailFaultsTests(TestPostgres postgres)
{
    private static readonly TimeSpan BeyondBackOff = TimeSpan.FromMinutes(7);

    [Fact]
    public async Task Dead_addresses_are_left_out_of_the_next_alert_and_nobody_else_is()
    {
        await using var network = await Network.Create(postgres);
        network.Settings["Limits:PauseAtFailures"] = "0"; // one in ten fails here, on purpose
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(100));
        network.Mail.Script = new() { Answer = (verb, line, _) => verb == "RCPT" && line.Contains("5@", StringComparison.Ordinal) ? "550 5.1.1 No such user" : null };
        var first = await desk.SendAll(Given.Alert());
        network.Mail.Script = new();
        var second = await desk.SendAll(Given.Alert());

        Assert.Equal(new Tally("finished", 100, 0, 0, 90, 0, 10, 0, 0), await first.Now());
        Assert.All(await first.Rows("failed"), row => Assert.Equal("5.1.1", row.Reason));
        Assert.Equal(new Tally("finished", 100, 0, 0, 90, 0, 0, 10, 0), await second.Now());
        Assert.All(await second.Rows("suppressed"), row => Assert.Equal("address-suppressed", row.Reason));
        Assert.Equal((await first.Rows("failed")).Select(row => row.ContactPointId).Order(), (await second.Rows("suppressed")).Select(row => row.ContactPointId).Order());
        Assert.Equal((180, 0), network.Mail.Tally());
    }

    [Fact]
    public async Task A_refusal_of_us_pauses_the_campaign_early_and_holds_nothing_against_anyone()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(200));
        network.Mail.Script = SinkScript.On("CONTENT", "550 5.7.1 Your domain is on our list");
        var campaign = await desk.Send(Given.Alert());
        await campaign.Is("paused");
        var refused = network.Mail.Count;
        Assert.InRange(refused, 1, 50);
        Assert.Contains("5.7.1", (await desk.Coordinator.Get($"/alerts/{campaign.Id}")).Json.GetProperty("pauseReason").GetString(), StringComparison.Ordinal);

        network.Mail.Script = new();
        await campaign.Does("resume");
        Assert.Equal(new Tally("finished", 200, 0, 0, 200, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.Equal(200, network.Mail.Tally().Different);
        Assert.InRange(network.Mail.Tally().Extra, 0, 50); // those that were refused once
    }

    [Theory]
    [InlineData("RCPT", "451 4.7.1 Greylisted, come back")]
    [InlineData("DATA", "451 4.3.0 Try later")]
    [InlineData("MAIL", "421 4.7.0 Too much from you")]
    [InlineData("CONTENT", "452 4.3.1 Disk full")]
    public async Task Not_now_is_not_no(string verb, string answer)
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(20));
        network.Mail.Script = SinkScript.On(verb, answer);
        var campaign = await desk.Send(Given.Alert());
        await Until.Sees(() => campaign.Rows("queued"), rows => rows.Count == 20 && rows.All(row => row is { Attempts: 1, Reason: not null }), "all are put off once");
        Assert.Equal("sending", (await campaign.Now()).Stage);

        network.Mail.Script = new();
        network.Clock.Move(BeyondBackOff);
        Assert.Equal(new Tally("finished", 20, 0, 0, 20, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.All(await campaign.Rows(), row => Assert.Equal(2, row.Attempts));
    }

    [Fact]
    public async Task Being_put_off_again_waits_longer_each_time_and_at_least_five_minutes()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(1));
        network.Mail.Script = SinkScript.On("RCPT", "450 4.2.0 Busy");
        var campaign = await desk.Send(Given.Alert());
        foreach (var (attempt, least, most) in new[] { (1, 300, 400), (2, 600, 800), (3, 1200, 1600) })
        {
            await Until.Sees(() => campaign.Rows("queued"), rows => rows is [{ Attempts: var made }] && made == attempt, $"attempt {attempt} is over");
            Assert.InRange(await network.Number("select extract(epoch from due_at - attempted_at)::int from advocacy.deliveries"), least - 1, most + 5);
            network.Clock.Move(TimeSpan.FromSeconds(most + 5));
        }
    }

    [Fact]
    public async Task A_line_cut_after_the_final_dot_gives_one_copy_under_the_same_message_id()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(50));
        network.Mail.Script = new() { Answer = (verb, line, _) => verb == "CONTENT" && line.Contains("0@", StringComparison.Ordinal) ? SinkScript.Drop : null };
        var campaign = await desk.Send(Given.Alert());
        await campaign.Sees(now => now is { Sent: 45, Attempted: 5 }, "all are answered but the five that were cut off");
        network.Mail.Script = new();
        network.Clock.Move(BeyondBackOff);
        Assert.Equal(new Tally("finished", 50, 0, 0, 50, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.Equal((50, 5), network.Mail.Tally());
        Assert.All(network.Mail.Mails.GroupBy(mail => mail.To), copies => Assert.Single(copies.Select(mail => mail.MessageId).Distinct()));
    }

    [Fact]
    public async Task A_server_that_is_down_at_first_loses_nobody_and_is_found_again_soon()
    {
        var port = FreePort.Next();
        await using var network = await Network.Create(postgres, mailPort: port);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(60));
        var campaign = await desk.Send(Given.Alert());
        await campaign.Sees(now => now.Audience == 60, "the audience is frozen");
        await Until.Sees(() => campaign.Rows("queued"), rows => rows.Any(row => row.Reason == "no-connection"), "the server was tried");
        await using var server = new SmtpSink(port: port);
        Assert.Equal(new Tally("finished", 60, 0, 0, 60, 0, 0, 0, 0), await campaign.Is("finished", seconds: 25));
        Assert.Equal(60, server.Messages.Count);
    }

    [Fact]
    public async Task A_reply_with_bytes_that_no_database_takes_does_not_stop_the_others()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(30));
        network.Mail.Script = new() { Answer = (verb, line, _) => verb == "RCPT" && line.Contains("7@", StringComparison.Ordinal) ? "554 5.2.0 bad\0byte \u001b[31m \ud83d" : null };
        Assert.Equal(new Tally("finished", 30, 0, 0, 27, 0, 3, 0, 0), await (await desk.Send(Given.Alert())).Is("finished", 30));
    }
}
