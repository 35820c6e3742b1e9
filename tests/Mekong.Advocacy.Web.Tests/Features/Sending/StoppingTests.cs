using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>People stop a campaign, or stop being written to, while it is under way (drill F15).</summary>
public sealed partial class StoppingTests(TestPostgres postgres)
{
    [Fact]
    public async Task After_pause_only_what_is_in_flight_leaves_and_resume_sends_the_rest()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(300));
        var gate = new Gate(free: 40);
        network.Mail.Script = gate.Script;
        var campaign = await desk.Send(Given.Alert());
        await Until.True(() => network.Mail.Count == 40 + Network.MailConnections, "every connection has a mail in flight");
        await campaign.Does("pause");
        gate.Open();
        await campaign.Sees(now => now is { Attempted: 0, Sent: 40 + Network.MailConnections }, "what was in flight is settled");
        await Until.Sees(() => network.Number("select (select count(*) from advocacy.delivery_batches where lease_owner is not null) + (select count(*) from advocacy.deliveries where lease_owner is not null)"), leased => leased == 0, "no worker holds anything");
        Assert.Equal(40 + Network.MailConnections, network.Mail.Count);
        await campaign.Does("resume");
        Assert.Equal(new Tally("finished", 300, 0, 0, 300, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.Equal((300, 0), network.Mail.Tally());
    }

    [Fact]
    public async Task After_cancel_the_rest_expires_and_the_counts_add_up()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(300));
        var gate = new Gate(free: 40);
        network.Mail.Script = gate.Script;
        var campaign = await desk.Send(Given.Alert());
        await Until.True(() => network.Mail.Count == 40 + Network.MailConnections, "every connection has a mail in flight");
        await campaign.Does("cancel");
        gate.Open();
        const int sent = 40 + Network.MailConnections;
        Assert.Equal(new Tally("cancelled", 300, 0, 0, sent, 0, 0, 0, 300 - sent), await campaign.Sees(now => now.Queued + now.Attempted == 0, "nothing is open"));
        Assert.All(await campaign.Rows("expired"), row => Assert.Equal("cancelled", row.Reason));
        Assert.Equal((sent, 0), network.Mail.Tally());
        Assert.Equal(409, (await campaign.Try("resume")).Code);
    }

    [Fact]
    public async Task Who_opts_out_while_the_campaign_runs_gets_nothing_more()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(300));
        await desk.SendAll(Given.Alert());
        var links = network.Mail.Mails.ToDictionary(mail => mail.To, mail => new Uri(OptOut().Match(mail.Text.Replace("\r\n ", " ", StringComparison.Ordinal)).Groups[1].Value));
        using var anyone = site.Public();

        var gate = new Gate(free: 20);
        network.Mail.Script = gate.Script;
        var campaign = await desk.Send(Given.Alert());
        await Until.True(() => network.Mail.Count == 320 + Network.MailConnections, "every connection has a mail in flight");
        var leaving = links.Keys.Except(network.Mail.Mails.Skip(300).Select(mail => mail.To)).OrderDescending().Take(3).ToList();
        var reading = links.Keys.Except(network.Mail.Mails.Skip(300).Select(mail => mail.To)).Order().Take(10).ToList();
        foreach (var reader in reading)
            for (var look = 0; look < 3; look++) await anyone.Ask(look == 0 ? HttpMethod.Get : look == 1 ? HttpMethod.Head : HttpMethod.Options, links[reader].PathAndQuery);
        foreach (var reader in leaving.Concat(leaving)) // as often as one likes
        {
            using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            Assert.Equal(HttpStatusCode.OK, (await anyone.Ask(HttpMethod.Post, links[reader].PathAndQuery, form)).StatusCode);
        }
        gate.Open();
        Assert.Equal(new Tally("finished", 300, 0, 0, 297, 0, 0, 3, 0), await campaign.Is("finished"));
        Assert.All(await campaign.Rows("suppressed"), row => Assert.Equal("opted-out", row.Reason));
        Assert.DoesNotContain(network.Mail.Mails.Skip(300), mail => leaving.Contains(mail.To));
        Assert.Equal(3, await network.Number("select count(*) from advocacy.consents where withdrawn_at is not null"));
        Assert.Equal(3, await network.Number("select count(*) from es.mt_events where type like '%consent-withdrawn%'"));
    }

    [Fact]
    public async Task No_link_that_is_not_ours_opts_anybody_out()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(2));
        await desk.SendAll(Given.Alert());
        var link = OptOut().Match(network.Mail.Mails[0].Text.Replace("\r\n ", " ", StringComparison.Ordinal)).Groups[1].Value;
        var token = link[(link.LastIndexOf('/') + 1)..];
        var returnPath = network.Mail.Commands.First(command => command.Contains("MAIL FROM", StringComparison.Ordinal));
        var ofAnotherPurpose = returnPath[(returnPath.IndexOf('+', StringComparison.Ordinal) + 1)..returnPath.IndexOf('@', StringComparison.Ordinal)];
        using var anyone = site.Public();
        string[] wrong = [.. Enumerable.Range(0, token.Length).Select(at => $"{token[..at]}{(token[at] == 'A' ? 'B' : 'A')}{token[(at + 1)..]}"), ofAnotherPurpose, "1", "1.", ".x", "x%20y", new string('1', 500), (token[0] == '1' ? "2" : "1") + token[1..]];
        foreach (var one in wrong)
            Assert.Equal(HttpStatusCode.NotFound, (await anyone.Ask(HttpMethod.Post, $"/u/{one}")).StatusCode);
        Assert.Equal(0, await network.Number("select count(*) from advocacy.consents where withdrawn_at is not null"));
    }

    [GeneratedRegex(@"^List-Unsubscribe:\s*<([^>]+)>", RegexOptions.Multiline)]
    private static partial Regex OptOut();
}
