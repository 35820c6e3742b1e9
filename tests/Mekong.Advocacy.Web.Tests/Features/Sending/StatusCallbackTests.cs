using System.Net;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>The provider's later word on a text, through the real endpoint (drills F13, F14, A1, A2).</summary>
public sealed class StatusCallbackTests(TestPostgres postgres)
{
    private static readonly FakeReport Sent = new("sent"), Delivered = new("delivered");

    [Fact]
    public async Task Words_in_any_order_and_number_end_in_one_fate_each()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Phones(6));
        var campaign = await desk.SendAll(Given.Alert("wages", "sms"));
        using var twilio = site.Public();
        async Task Play(int phone, params FakeReport[] reports) =>
            Assert.All(await network.Twilio.PlayCallbacks(Text(network, phone).Sid, twilio, reports), code => Assert.Equal(204, code));
        await Play(1, Sent, Delivered);
        await Play(2, Delivered, Sent, new("queued")); // turned round
        await Play(3, [.. Enumerable.Repeat(Delivered, 100)]);
        await Play(4, new("undelivered", 30005), Sent, new("undelivered", 30005));
        await Play(5, Sent, new("undelivered", 30003));

        Assert.Equal(new Tally("finished", 6, 0, 0, 4, 3, 2, 0, 0), await campaign.Now());
        Assert.Equal(["30003", "30005"], (await campaign.Rows("failed")).Select(row => row.Reason!).Order());
        Assert.Equal(1, await network.Number("select count(*) from advocacy.consents where suppressed_at is not null and suppressed_reason = '30005'"));
        Assert.Equal(1, await network.Number("select count(*) from es.mt_events where type like '%contact-point-suppressed%'"));

        var next = await desk.SendAll(Given.Alert("wages", "sms"));
        Assert.Equal(new Tally("finished", 6, 0, 0, 5, 0, 0, 1, 0), await next.Now());
    }

    [Fact]
    public async Task A_carriers_stop_is_an_opt_out_and_our_fault_pauses_what_still_runs()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Phones(40));
        var held = new TaskCompletionSource();
        for (var n = 20; n <= 40; n++) network.Twilio.Script.Always(Given.Phone(n), FakeBehaviour.Held(() => held.Task));
        var campaign = await desk.Send(Given.Alert("wages", "sms"));
        await campaign.Sees(now => now is { Attempted: > 0, Sent: >= 2 }, "some are through, some in flight");
        using var twilio = site.Public();
        var through = network.Twilio.Messages.Where(text => string.CompareOrdinal(text.To, Given.Phone(20)) < 0).Take(2).ToList();
        Assert.Equal([204], await network.Twilio.PlayCallbacks(through[0].Sid, twilio, new FakeReport("undelivered", 21610)));
        Assert.Equal([204], await network.Twilio.PlayCallbacks(through[1].Sid, twilio, new FakeReport("failed", 30002)));
        Assert.Equal("paused", (await campaign.Now()).Stage);
        held.SetResult();
        Assert.Equal(1, await network.Number("select count(*) from advocacy.consents where withdrawn_through = 'carrier'"));
    }

    [Fact]
    public async Task Forgeries_are_turned_away_and_change_nothing()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Phones(2));
        var campaign = await desk.SendAll(Given.Alert("wages", "sms"));
        var before = await campaign.Rows();
        using var twilio = site.Public();
        var (text, other) = (network.Twilio.Messages[0], network.Twilio.Messages[1]);
        var fields = FakeCallbacks.Fields(text, new("undelivered", 30005));
        var (url, path) = (text.StatusCallback!.AbsoluteUri, text.StatusCallback.PathAndQuery);
        var right = FakeCallbacks.Signature(FakeTwilio.AuthToken, url, fields);
        async Task<HttpStatusCode> Post(string to, HttpContent content, string? signature)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = content };
            if (signature is not null) request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
            return (await twilio.SendAsync(request)).StatusCode;
        }
        HttpContent Form() => new FormUrlEncodedContent(fields);
        Assert.Equal(HttpStatusCode.Forbidden, await Post(path, Form(), null));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(path, Form(), "bm9uc2Vuc2U="));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(path, Form(), FakeCallbacks.Signature("another token", url, fields)));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(other.StatusCallback!.PathAndQuery, Form(), right)); // moved to another's address
        Assert.Equal(HttpStatusCode.Forbidden, await Post(path + "A", Form(), right));
        Assert.Equal(HttpStatusCode.Forbidden, await Post("/hooks/sms/1.AAAAAAAAAAAAAAAAAAAAAA", Form(), FakeCallbacks.Signature(FakeTwilio.AuthToken, Network.PublicUrl + "/hooks/sms/1.AAAAAAAAAAAAAAAAAAAAAA", fields)));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(path, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), right));
        Assert.InRange((int)await Post(path, new FormUrlEncodedContent(Enumerable.Range(0, 2000).Select(n => KeyValuePair.Create($"f{n}", "v"))), right), 400, 499);
        Assert.InRange((int)await Post(path, new ByteArrayContent("a=%ff%fe&b=%"u8.ToArray()) { Headers = { ContentType = new("application/x-www-form-urlencoded") } }, right), 400, 499);
        Assert.InRange((int)await Post(path, new StringContent("x", System.Text.Encoding.UTF8, "multipart/form-data"), right), 400, 499);
        Assert.Equal(before, await campaign.Rows());
        Assert.Equal(HttpStatusCode.NoContent, await Post(path, Form(), right)); // and the real one is believed
    }

    private static FakeMessage Text(Network network, int phone) => network.Twilio.Messages.Single(text => text.To == Given.Phone(phone));
}
