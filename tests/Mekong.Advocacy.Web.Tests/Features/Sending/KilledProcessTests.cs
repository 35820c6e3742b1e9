using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>A real process that is killed or told to stop in the middle of a send (drills F1, F2, F19).</summary>
public sealed class KilledProcessTests(TestPostgres postgres)
{
    private const int Mails = 2000, Texts = 300;

    /// <summary>
    /// Before the standstill: few mails, for a text that is held meanwhile is given up after 15 s, and is then in doubt; and enough texts
    /// for their one destination to have earned all its connections.
    /// </summary>
    private const int Free = 200, FreeTexts = 30;

    private readonly Gate gate = new(free: Free);
    private int texts;

    [Fact]
    public async Task A_killed_process_loses_nothing_and_doubles_at_most_the_mails_in_flight()
    {
        await using var network = await Network.Create(postgres);
        await using var office = await network.Open(ProcessRole.Web);
        await using var first = await ServerProcess.Serve(network, FreePort.Next());
        var campaign = await Begin(network, office);
        await StandsStill(network);
        await first.Kill();
        gate.Open();
        await using var second = await ServerProcess.Serve(network, FreePort.Next());
        Assert.Equal(new Tally("finished", Mails + Texts, 0, 0, Mails + Texts, 0, 0, 0, 0), await campaign.Is("finished", 60));
        Assert.Equal(Mails, network.Mail.Tally().Different);
        Assert.InRange(network.Mail.Tally().Extra, 0, Network.MailConnections);
        Assert.All(network.Mail.Mails.GroupBy(mail => mail.To), copies => Assert.Single(copies.Select(mail => mail.MessageId).Distinct()));
        Assert.Equal((Texts, Texts), (network.Twilio.Messages.Count, network.Twilio.Messages.DistinctBy(text => text.To).Count()));

        var (code, output) = await ServerProcess.Run(network, "reconcile");
        Assert.True(code == 0 && output.Contains("adds up", StringComparison.Ordinal) && output.Contains("1 alerts, 0 that do not", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task A_process_that_is_told_to_stop_finishes_what_is_in_flight_and_nothing_more()
    {
        await using var network = await Network.Create(postgres);
        await using var office = await network.Open(ProcessRole.Web);
        await using var first = await ServerProcess.Serve(network, FreePort.Next());
        var campaign = await Begin(network, office);
        await StandsStill(network);
        var stopping = first.Stop();
        await first.Says("Stopping");
        gate.Open();
        var (code, took) = await stopping;
        Assert.Equal(0, code);
        Assert.InRange(took.TotalSeconds, 0, 30);
        Assert.InRange(network.Mail.Count, Free + Network.MailConnections, Free + 3 * Network.MailConnections);
        Assert.Equal(0, (await campaign.Now()).Attempted);
        Assert.Equal(0, await network.Number(InFlight));

        await using var second = await ServerProcess.Serve(network, FreePort.Next());
        Assert.Equal(new Tally("finished", Mails + Texts, 0, 0, Mails + Texts, 0, 0, 0, 0), await campaign.Is("finished", 60));
        Assert.Equal((Mails, 0), network.Mail.Tally());
        Assert.Equal((Texts, Texts), (network.Twilio.Messages.Count, network.Twilio.Messages.DistinctBy(text => text.To).Count()));
    }

    [Fact]
    public async Task Whoever_takes_over_from_a_killed_process_marks_what_was_in_its_hands()
    {
        await using var network = await Network.Create(postgres);
        await using var office = await network.Open(ProcessRole.Web);
        await using var first = await ServerProcess.Serve(network, FreePort.Next());
        var campaign = await Begin(network, office);
        await StandsStill(network);
        Assert.Equal((Network.MailConnections + Network.TextConnections, 0), (await network.Number(InFlight), await network.Number(Doubtful)));
        await first.Kill();
        network.Clock.Move(TimeSpan.FromMinutes(10)); // the leases have run out
        await using var second = await network.Open(ProcessRole.Worker);
        await Until.Sees(() => network.Number(Doubtful), count => count == Network.MailConnections, "the doubtful ones are known");
        gate.Open();
        Assert.Equal(new Tally("finished", Mails + Texts, 0, 0, Mails + Texts, 0, 0, 0, 0), await campaign.Is("finished", 60));
    }

    [Fact]
    public async Task What_was_in_a_killed_process_s_hands_counts_as_sent_when_the_alert_is_cancelled()
    {
        await using var network = await Network.Create(postgres);
        await using var office = await network.Open(ProcessRole.Web);
        await using var first = await ServerProcess.Serve(network, FreePort.Next());
        var campaign = await Begin(network, office);
        await StandsStill(network);
        await first.Kill();
        await campaign.Does("cancel");
        network.Clock.Move(TimeSpan.FromMinutes(10));
        await using var second = await network.Open(ProcessRole.Worker);
        await campaign.Sees(now => now.Queued + now.Attempted == 0, "nothing is open");
        Assert.Equal(Free + Network.MailConnections, await network.Number("select count(*) from advocacy.deliveries where channel = 'email' and state = 'sent'"));
        Assert.Equal(Network.MailConnections, await network.Number("select count(*) from advocacy.deliveries where channel = 'email' and reason = 'unconfirmed'"));
        gate.Open();
    }

    private const string
        InFlight = "select coalesce(sum(cardinality(ids)), 0) from advocacy.in_flight",
        Doubtful = "select count(*) from advocacy.deliveries where channel = 'email' and state = 'attempted'";

    private static Task<(int Mails, int Texts)> StandsStill(Network network) => Until.Sees(
        () => Task.FromResult((network.Mail.Count, network.Twilio.Messages.Count)),
        seen => seen == (Free + Network.MailConnections, FreeTexts + Network.TextConnections),
        "every connection has one in flight");

    /// <summary>Sends to all, and stands still after a tenth.</summary>
    private async Task<Campaign> Begin(Network network, Site office)
    {
        network.Mail.Script = gate.Script;
        network.Twilio.Script.Share(1, FakeBehaviour.Held(() => Interlocked.Increment(ref texts) > FreeTexts ? gate.Opened : Task.CompletedTask));
        var desk = await office.Desk();
        await desk.Import(Given.Readers(Mails));
        await desk.Import(Given.Phones(Texts));
        return await desk.Send(Given.Alert("wages", "email", "sms"));
    }
}
