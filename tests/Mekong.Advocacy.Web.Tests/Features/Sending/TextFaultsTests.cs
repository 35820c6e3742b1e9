using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>What the text provider does to a campaign (drills F10 to F13).</summary>
public sealed class TextFaultsTests(TestPostgres postgres)
{
    [Fact]
    public async Task Error_numbers_decide_each_for_its_own_number()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Phones(10));
        var script = network.Twilio.Script;
        script.Always(Given.Phone(1), FakeBehaviour.Error(400, 21211));
        script.Always(Given.Phone(2), FakeBehaviour.Error(400, 21614));
        script.Always(Given.Phone(3), FakeBehaviour.Error(400, 21610));
        script.Always(Given.Phone(4), FakeBehaviour.Error(400, 30007, "Filtered \0 \ud800 +85512000004"));
        script.Always(Given.Phone(5), FakeBehaviour.Error(400, 99999));
        var first = await desk.SendAll(Given.Alert("wages", "sms"));
        Assert.Equal(new Tally("finished", 10, 0, 0, 5, 0, 4, 1, 0), await first.Now());
        Assert.Equal(["21211", "21614", "30007", "99999"], (await first.Rows("failed")).Select(row => row.Reason!).Order());
        Assert.All(await first.Rows(), row => Assert.DoesNotContain("12000004", row.Reply ?? "", StringComparison.Ordinal));

        var requests = network.Twilio.Requests;
        var second = await desk.SendAll(Given.Alert("wages", "sms"));
        Assert.Equal(new Tally("finished", 10, 0, 0, 5, 0, 2, 3, 0), await second.Now());
        Assert.Equal(["address-suppressed", "address-suppressed", "opted-out"], (await second.Rows("suppressed")).Select(row => row.Reason!).Order());
        Assert.Equal(7, network.Twilio.Requests - requests);
    }

    [Fact]
    public async Task Too_many_requests_are_tried_again_after_what_was_asked_for_and_nobody_is_texted_twice()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Phones(60));
        for (var n = 1; n <= 20; n++)
            network.Twilio.Script.Next(Given.Phone(n), n % 2 == 0 ? FakeBehaviour.TooMany(retryAfter: 900) : FakeBehaviour.Html(429));
        var campaign = await desk.Send(Given.Alert("wages", "sms"));
        await campaign.Sees(now => now is { Sent: 40, Queued: 20, Attempted: 0 }, "two thirds are sent");
        Assert.Equal(10, await network.Number("select count(*)::int from advocacy.deliveries where state = 'queued' and due_at - created_at >= interval '900 s'"));
        network.Clock.Move(TimeSpan.FromMinutes(16));
        Assert.Equal(new Tally("finished", 60, 0, 0, 60, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.Equal(60, network.Twilio.Messages.DistinctBy(text => text.To).Count());
        Assert.Equal((60, 80), (network.Twilio.Messages.Count, network.Twilio.Requests));
    }

    [Fact]
    public async Task An_unknown_outcome_is_looked_up_before_anything_is_sent_again()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Phones(20));
        var script = network.Twilio.Script;
        for (var n = 1; n <= 4; n++) script.Next(Given.Phone(n), FakeBehaviour.Cut(created: true)); // they have it
        for (var n = 5; n <= 8; n++) script.Next(Given.Phone(n), FakeBehaviour.Cut(created: false)); // they have it not
        script.Next(Given.Phone(9), FakeBehaviour.CutInTheAnswer());
        script.Next(Given.Phone(10), FakeBehaviour.Silent(creates: true));
        script.Next(Given.Phone(11), FakeBehaviour.Silent(creates: false));
        var campaign = await desk.Send(Given.Alert("wages", "sms"));
        await campaign.Sees(now => now is { Sent: 9, Attempted: 11 }, "nine are answered, eleven are not");
        await Until.Sees(() => campaign.Rows("attempted"), rows => rows.All(row => row.Attempts == 1), "the silent ones have run out of patience");
        network.Clock.Move(TimeSpan.FromSeconds(40));
        Assert.Equal(new Tally("finished", 20, 0, 0, 20, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.Equal((20, 20), (network.Twilio.Messages.Count, network.Twilio.Messages.DistinctBy(text => text.To).Count()));
        Assert.Equal(20, (await campaign.Rows("sent")).DistinctBy(row => row.ProviderId).Count());
    }

    [Fact]
    public async Task While_the_provider_cannot_say_an_unknown_outcome_stays_unknown()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Phones(2));
        network.Twilio.Script.Next(Given.Phone(1), FakeBehaviour.Cut(created: true));
        network.Twilio.Script.Next(Given.Phone(2), FakeBehaviour.Cut(created: false));
        foreach (var n in new[] { 1, 2, 1, 2 }) network.Twilio.Add(Given.Phone(n), "an older text", network.Clock.GetUtcNow());
        (network.Twilio.PageSize, network.Twilio.NextPageHost) = (1, "https://elsewhere.example"); // the list cannot be read to its end
        var campaign = await desk.Send(Given.Alert("wages", "sms"));
        await campaign.Sees(now => now.Attempted == 2, "both outcomes are unknown");
        for (var looked = 0; looked < 15; looked++)
        {
            var before = await network.Number("select extract(epoch from min(due_at))::bigint from advocacy.deliveries");
            network.Clock.Move(TimeSpan.FromMinutes(10));
            await Until.Sees(() => network.Number("select extract(epoch from min(due_at))::bigint from advocacy.deliveries"), due => due > before, "it was looked up once more");
        }
        Assert.Equal(2, (await campaign.Now()).Attempted);
        network.Twilio.NextPageHost = null;
        network.Clock.Move(TimeSpan.FromMinutes(10));
        Assert.Equal(new Tally("finished", 2, 0, 0, 2, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.Equal([Given.Phone(1), Given.Phone(2)], network.Twilio.Messages.Where(text => text.Body.StartsWith("Amnesty", StringComparison.Ordinal)).Select(text => text.To));
    }

    [Fact]
    public async Task A_closed_route_ends_its_country_only()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Lines(60, n => $"W,,{(n % 2 == 0 ? Given.Phone(n) : $"+66810{n:000000}")},en,{(n % 2 == 0 ? "KH" : "TH")},,wages,form,2026-01-15"));
        for (var n = 1; n <= 60; n += 2) network.Twilio.Script.Always($"+66810{n:000000}", FakeBehaviour.Error(400, 21408));
        var campaign = await desk.SendAll(Given.Alert("wages", "sms"));
        Assert.Equal(new Tally("finished", 60, 0, 0, 30, 0, 30, 0, 0), await campaign.Now());
        Assert.All(await campaign.Rows("failed"), row => Assert.Equal(("TH", "21408"), (row.Country, row.Reason)));
        Assert.InRange(network.Twilio.Requests, 31, 30 + 2 * Network.TextConnections);
        Assert.Equal(0, await network.Number("select count(*)::int from advocacy.consents where suppressed_at is not null"));
    }

    [Fact]
    public async Task A_text_that_was_under_way_when_its_country_was_closed_counts_as_what_became_of_it()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Phones(40));
        var (answered, requests) = (new TaskCompletionSource(), 0);
        var (held, closed) = (FakeBehaviour.Held(() => answered.Task), FakeBehaviour.Error(400, 21408));
        network.Twilio.Script.Share(1, new FakeBehaviour(Creates: true, (http, usual) => Interlocked.Increment(ref requests) switch
        {
            < 12 => usual(), // until then the destination has not earned a second connection
            12 => held.Answer(http, usual),
            _ => closed.Answer(http, usual),
        }));
        var campaign = await desk.Send(Given.Alert("wages", "sms"));
        await campaign.Sees(now => now.Failed == 29, "the country is closed");
        answered.SetResult();
        Assert.Equal(new Tally("finished", 40, 0, 0, 12, 0, 28, 0, 0), await campaign.Is("finished"));
    }

    [Fact]
    public async Task A_refusal_of_our_account_stops_the_channel_at_once_and_one_click_goes_on()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Phones(60));
        network.Twilio.Script.Share(1, FakeBehaviour.Error(401, 20003, "Authenticate"));
        var campaign = await desk.Send(Given.Alert("wages", "sms"));
        await campaign.Is("paused");
        await campaign.Sees(now => now is { Queued: 60, Attempted: 0 }, "everything is kept");
        Assert.InRange(network.Twilio.Requests, 1, Network.TextConnections + 5);
        network.Twilio.Script.Share(0, FakeBehaviour.Error(401, 20003));
        await campaign.Does("resume");
        Assert.Equal(new Tally("finished", 60, 0, 0, 60, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.Equal(60, network.Twilio.Messages.Count);
    }
}
