using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Microsoft.Extensions.DependencyInjection;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Statements.Public;

/// <summary>What the public sees of a statement, what it never sees, and from and until which instant.</summary>
public sealed class PublicPagesOfStatementsTests(JointDesk desk) : IClassFixture<JointDesk>
{
    private static readonly string[] Lists = ["/en/statements", "/km/statements", "/en/statements/feed.xml", "/km/statements/feed.xml", "/sitemap.xml"];

    [Fact]
    public async Task Under_embargo_a_statement_is_nowhere_and_at_its_end_it_is_everywhere_though_pages_are_kept()
    {
        using var passer = new Passer(desk);
        var until = desk.Local(TimeSpan.FromDays(2));
        var id = await desk.Opened(desk.Draft(embargo: until));
        var member = await desk.Member("Quiet River House", "ផ្ទះទន្លេស្ងាត់");
        Done(await desk.Sign(id, member));
        var code = await Code(id, member.Id);
        var unknown = await Unlike(passer, $"/en/statements/{Guid.NewGuid()}");

        await NowhereYet();
        Move(DateTimeOffset.Parse(until + "+07:00", System.Globalization.CultureInfo.InvariantCulture) - TimeSpan.FromSeconds(30));
        await NowhereYet(); // and what was made now is kept for ten seconds
        desk.Network.Clock.Move(TimeSpan.FromSeconds(31));
        foreach (var list in Lists) Assert.Contains(id.ToString(), (await passer.Get(list)).Html, StringComparison.Ordinal);
        foreach (var page in Passer.PagesOf(id)) Assert.Equal((page, HttpStatusCode.OK), (page, await passer.Status(page)));
        Assert.Equal($"/en/statements/{id}", (await passer.Get($"/s/{await Number(id)}")).Location);
        Assert.True((await passer.Get($"/en/check?code={code}")).Says("is in the register"));

        async Task NowhereYet()
        {
            foreach (var list in Lists) Assert.DoesNotContain(id.ToString(), (await passer.Get(list)).Html, StringComparison.Ordinal);
            foreach (var page in Passer.PagesOf(id).Append($"/s/{await Number(id)}")) Assert.Equal((page, unknown), (page, await Unlike(passer, page)));
            Assert.False((await passer.Get($"/en/check?code={code}")).Says("is in the register"));
        }
    }

    [Fact]
    public async Task A_draft_a_cancelled_and_an_unknown_statement_are_not_found_alike()
    {
        using var passer = new Passer(desk);
        var unknown = await Unlike(passer, $"/en/statements/{Guid.NewGuid()}");
        var draft = Made(await desk.Coordinator.Post("/statements", desk.Draft()));
        var cancelled = await desk.Opened();
        Assert.Equal(HttpStatusCode.OK, await passer.Status($"/en/statements/{cancelled}"));
        await desk.Does(cancelled, "withdraw", new { reason = "Overtaken by events." });
        foreach (var page in Passer.PagesOf(draft).Concat(Passer.PagesOf(cancelled))) Assert.Equal((page, unknown), (page, await Unlike(passer, page)));
    }

    [Fact]
    public async Task At_the_deadline_a_kept_page_stops_saying_that_it_is_open()
    {
        using var passer = new Passer(desk);
        var id = await desk.Opened(Outside());
        var closes = (await desk.State(id)).GetProperty("statement").GetProperty("closesAt").GetDateTimeOffset();
        Move(closes - TimeSpan.FromDays(1));
        Assert.True((await passer.Get($"/en/statements/{id}")).Says("Closing soon"));
        Move(closes - TimeSpan.FromSeconds(20));
        var open = await passer.Get($"/en/statements/{id}");
        Assert.True(open.Says("Open until") && open.Html.Contains($"/en/statements/{id}/sign\"", StringComparison.Ordinal));
        desk.Network.Clock.Move(TimeSpan.FromSeconds(20));
        var shut = await passer.Get($"/en/statements/{id}");
        Assert.True(shut.Says("Closed at") && !shut.Html.Contains($"/en/statements/{id}/sign\"", StringComparison.Ordinal));
        Assert.True((await passer.Get($"/en/statements/{id}/sign")).Says("cannot be signed here"));
    }

    [Fact]
    public async Task The_plain_text_is_what_was_hashed()
    {
        using var passer = new Passer(desk);
        var id = await desk.Opened();
        foreach (var language in new[] { "en", "km" })
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(await passer.Bytes($"/{language}/statements/{id}/text")));
            Assert.Equal(await desk.HashOf(id, language), hash);
            Assert.Contains(hash, (await passer.Get($"/{language}/statements/{id}")).Html, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, await passer.Status($"/my/statements/{id}/text")); // another language never stands in for a text
        var burmese = await passer.Get($"/my/statements/{id}");
        Assert.Contains("<h1 lang=\"en\">Pay what is owed</h1>", burmese.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealed_name_stands_nowhere_and_is_counted()
    {
        using var passer = new Passer(desk);
        var id = await desk.Opened();
        var (seen, hidden) = (await desk.Member("Open Door Network", "បណ្ដាញទ្វារបើក"), await desk.Member("Hidden Lantern Union", "សហជីពចង្កៀងលាក់"));
        Done(await desk.Sign(id, seen));
        Done(await desk.Sign(id, hidden, display: "Sealed"));
        var surfaces = Passer.PagesOf(id).Concat(Passer.PagesOf(id, "km")).Concat(Lists).Append($"/en/statements/{id}/endorsers/1").Append($"/en/check?code={await Code(id, hidden.Id)}");
        foreach (var surface in surfaces)
        {
            var html = WebUtility.HtmlDecode((await passer.Get(surface)).Html);
            foreach (var secret in new[] { "Hidden Lantern", "ចង្កៀងលាក់", hidden.Id.ToString(), (await desk.SignOnOf(id, hidden.Id)).ToString() }) Assert.DoesNotContain(secret, html, StringComparison.Ordinal);
        }
        var page = await passer.Get($"/en/statements/{id}");
        Assert.True(page.Says("Organisations: 2") && page.Says("And 1 more") && page.Says("Open Door Network") && page.Says("បណ្ដាញទ្វារបើក"));
        Assert.True((await passer.Get($"/en/check?code={await Code(id, hidden.Id)}")).Says("Today it is on the list"));
    }

    [Fact]
    public async Task A_GET_on_every_link_changes_nothing()
    {
        using var passer = new Passer(desk);
        var id = await desk.Opened(Outside());
        Done(await desk.Sign(id, await desk.Member("Morning Boat", "ទូកព្រឹក"), language: "en"));
        const string everything = "select (select count(*) from es.mt_events) + (select count(*) from advocacy.offers)";
        var before = await desk.Network.Number(everything);
        var (seen, waiting) = (new HashSet<string>(), new Queue<string>([$"/en/statements/{id}", "/en/statements"]));
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path) || seen.Count > 60) continue;
            var page = await passer.Get(path);
            Assert.True(page.Status is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{path}: {page.Status}");
            foreach (var link in Passer.LinksOn(page.Html)) waiting.Enqueue(link);
        }
        Assert.Contains($"/en/statements/{id}/sign", seen);
        Assert.Equal(before, await desk.Network.Number(everything));
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_not_sent_again_and_a_closed_statement_tells_its_root()
    {
        using var passer = new Passer(desk);
        var id = await desk.Opened();
        await Until.Sees(() => desk.Network.Number(FormattableString.Invariant(
            $"select count(*) from advocacy.statements where stage = 'Open' and closes_at <= '{desk.Network.Clock.GetUtcNow():O}'")), late => late == 0, "what other tests opened is closed", seconds: 130);
        using var first = await passer.Ask("/en/statements/feed.xml");
        var tag = first.Headers.ETag!.ToString();
        Done(await desk.Coordinator.Post($"/statements/{id}/comments", new { text = "For the network only." }));
        using (var again = await passer.Ask("/en/statements/feed.xml", ("If-None-Match", tag))) Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        var before = Updated((await passer.Get("/en/statements/feed.xml")).Html, id);
        Done(await desk.Sign(id, await desk.Member("Tamarind Circle", "រង្វង់អំពិល")));
        Assert.Equal(before, Updated((await passer.Get("/en/statements/feed.xml")).Html, id)); // a sign-on is no news of the text
        await desk.Closed(id);
        var root = (await desk.State(id)).GetProperty("statement").GetProperty("registerRoot").GetString()!;
        var feed = (await passer.Get("/en/statements/feed.xml")).Html;
        Assert.NotEqual(before, Updated(feed, id));
        Assert.Contains(root, feed, StringComparison.Ordinal);
        Assert.True((await passer.Get($"/en/statements/{id}/register")).Says(root));
        using var changed = await passer.Ask("/en/statements/feed.xml", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task A_withdrawal_after_the_receipt_is_told_to_whoever_checks_it()
    {
        using var passer = new Passer(desk);
        var id = await desk.Opened();
        var member = await desk.Member("Palm Leaf Society", "សមាគមស្លឹកត្នោត");
        Done(await desk.Sign(id, member));
        var code = await Code(id, member.Id);
        Done(await desk.Coordinator.Post($"/sign-ons/{await desk.SignOnOf(id, member.Id)}/withdraw", new { reason = "The board has met." }));
        var page = await passer.Get($"/en/check?code={code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)}");
        Assert.True(page.Says("Today it is withdrawn") && !page.Says("Palm Leaf"));
        Assert.True((await passer.Get("/en/check?code=AAAA-AAAA-AAA")).Says("This is no code"));
        Assert.True((await passer.Get($"/en/statements/{id}")).Says("Organisations: 0"));
    }

    private object Outside() => new
    {
        name = "Wages unpaid",
        texts = new { en = new { title = "Pay what is owed", body = "Workers were sent home without their wages." } },
        addressees = new[] { new { key = "labour-ministry", office = "Ministry of Labour", language = "km", country = "KH" } },
        opensAt = desk.Local(TimeSpan.FromHours(1)),
        closesAt = desk.Local(TimeSpan.FromDays(10)),
        zone = "Asia/Bangkok",
        outside = true,
        individuals = true,
    };

    private void Move(DateTimeOffset to) => desk.Network.Clock.Move(to - desk.Network.Clock.GetUtcNow());

    private async Task<int> Number(Guid id) => (await desk.State(id)).GetProperty("statement").GetProperty("number").GetInt32();

    private async Task<string> Code(Guid id, Guid organisation)
    {
        var signOn = await desk.SignOnOf(id, organisation);
        return (await desk.Site.Services.GetRequiredService<RegisterReads>().ReceiptOf(signOn, TestContext.Current.CancellationToken))!;
    }

    private static string Updated(string feed, Guid id) => Regex.Match(feed, $"urn:uuid:{id}.*?<updated>([^<]+)</updated>", RegexOptions.Singleline).Groups[1].Value;

    /// <summary>Everything of an answer that could tell why nothing is shown.</summary>
    private static async Task<string> Unlike(Passer passer, string path)
    {
        using var answer = await passer.Ask(path);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Date").OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return new StringBuilder().AppendJoin('\n', headers).Append('\n').Append((int)answer.StatusCode).Append(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ToString();
    }
}
