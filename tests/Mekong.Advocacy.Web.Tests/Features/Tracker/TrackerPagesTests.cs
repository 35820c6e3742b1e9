using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Tracker;

public sealed partial class TrackerPagesTests(Promising desk) : IClassFixture<Promising>
{
    [Fact]
    public async Task What_is_confidential_or_was_never_put_to_its_authority_is_nowhere()
    {
        var ministry = await desk.Ministry("Ministry of Quiet Things", "VN");
        var forum = await desk.Forum();
        var asked = await desk.Asked(ministry, "An ask that was made", forum);
        var kept = await desk.Asked(ministry, "An ask in a drawer");
        var open = await desk.Promised(ministry, "Words said aloud", Promising.Before(forum), [asked]);
        var secret = await desk.Promised(ministry, "Words said in a corridor", Promising.Before(forum), [asked], confidential: true);
        var (number, hidden, drawer) = (await desk.NumberOf("commitments", open), await desk.NumberOf("commitments", secret), await desk.NumberOf("recommendations", kept));
        using var http = desk.Site.Public();

        Assert.Equal(HttpStatusCode.NotFound, (await http.Ask(HttpMethod.Get, $"/en/tracker/c/{hidden}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.Ask(HttpMethod.Get, $"/en/tracker/r/{drawer}")).StatusCode);
        string[] pages =
        [
            "/en/tracker", "/en/tracker/country/VN", $"/en/tracker/authority/{ministry.Authority}", $"/en/tracker/c/{number}", $"/en/tracker/r/{await desk.NumberOf("recommendations", asked)}",
            "/en/tracker/feed.xml", "/en/tracker/country/VN/feed.xml", $"/en/tracker/authority/{ministry.Authority}/feed.xml", "/en/tracker/promises.csv",
            $"/en/calendar/forum/{forum}.ics", "/en/calendar/country/VN.ics",
        ];
        foreach (var path in pages)
        {
            var page = await Page(http, path);
            Assert.DoesNotContain("corridor", page, StringComparison.Ordinal);
            Assert.DoesNotContain($"C-{hidden}", page, StringComparison.Ordinal);
            Assert.DoesNotContain("drawer", page, StringComparison.Ordinal);
            if (!path.Contains("/r/", StringComparison.Ordinal) && !path.EndsWith("country/VN.ics", StringComparison.Ordinal)) Assert.Contains($"C-{number}", page, StringComparison.Ordinal);
        }
        Assert.Contains("Kept: 0 · overdue: 0 · broken: 0 · promises in all: 1", await Page(http, "/en/tracker/country/VN"), StringComparison.Ordinal);

        Done(await desk.Coordinator.Post($"/commitments/{open}/confidentiality", new { confidential = true, reason = "They asked us to." }));
        Assert.Equal(HttpStatusCode.NotFound, (await http.Ask(HttpMethod.Get, $"/en/tracker/c/{number}")).StatusCode);
        Assert.DoesNotContain("Words said aloud", await Page(http, "/en/tracker"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_is_shown_when_a_second_person_has_agreed_and_with_its_evidence_and_without_its_note()
    {
        var ministry = await desk.Ministry("Ministry of Health", "LA");
        var forum = await desk.Forum();
        var asked = await desk.Asked(ministry, "Cards for all", forum);
        var id = await desk.Promised(ministry, "Cards will be issued", desk.On(20), [asked]);
        var path = $"/en/tracker/c/{await desk.NumberOf("commitments", id)}";
        using var http = desk.Site.Public();
        Assert.Contains("open", Chip().Match(await Page(http, path)).Value, StringComparison.Ordinal);

        var proposal = Made(await desk.Coordinator.Post($"/commitments/{id}/proposals", new { status = "kept", evidence = new[] { new { kind = "publication", title = "The decree", url = "https://example.org/decree" } }, note = "For colleagues only." }));
        var waiting = await Page(http, path);
        Assert.Contains("open", Chip().Match(waiting).Value, StringComparison.Ordinal);
        Assert.DoesNotContain("The decree", waiting, StringComparison.Ordinal);
        Done(await desk.Approver.Post($"/commitments/{id}/proposals/{proposal}/review", new { accepted = true }));

        var page = await Page(http, path);
        Assert.Contains("kept", Chip().Match(page).Value, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/decree\">The decree</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("colleagues", page, StringComparison.Ordinal);
        Assert.Contains("<svg", await Page(http, "/en/tracker/country/LA"), StringComparison.Ordinal);
        var entry = XDocument.Parse(await Page(http, "/en/tracker/country/LA/feed.xml")).Root!.Elements().Single(one => one.Name.LocalName == "entry");
        Assert.Equal($"urn:uuid:{id}", entry.Elements().Single(one => one.Name.LocalName == "id").Value);
        Assert.Equal("Kept", entry.Elements().Single(one => one.Name.LocalName == "category").Attribute("term")!.Value);
        Assert.Contains(",Kept,", await Page(http, "/en/tracker/country/LA/promises.csv"), StringComparison.Ordinal);
        foreach (var language in new[] { "km", "lo", "my", "th", "vi", "zh-Hans" }) await Page(http, path.Replace("/en/", $"/{language}/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dialogue_under_the_Chatham_House_rule_is_not_named()
    {
        var ministry = await desk.Ministry("Ministry of Doors", "TH");
        var dialogue = await desk.Dialogue(ministry, "Behind closed doors", attribution: "ChathamHouse", inDays: 0);
        var asked = await desk.Asked(ministry, "Open the doors", dialogue: dialogue);
        using var http = desk.Site.Public();
        var page = await Page(http, $"/en/tracker/r/{await desk.NumberOf("recommendations", asked)}");
        Assert.Contains("Open the doors", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Behind closed doors", page, StringComparison.Ordinal);
    }

    private static async Task<string> Page(HttpClient http, string path)
    {
        using var answer = await http.Ask(HttpMethod.Get, path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<span class=\"chip[^>]*>.*?</span>\\s*[^<]*</span>")]
    private static partial Regex Chip();
}
