using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Alerts;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Features.Tracker;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Briefs;

public sealed class BriefTests(Promising desk) : IClassFixture<Promising>
{
    [Fact]
    public async Task A_brief_says_what_is_asked_and_promised_and_reaches_each_who_goes_once_in_their_own_language()
    {
        var ministry = await desk.Ministry("Ministry of Briefs");
        var forum = await desk.Forum();
        var (one, two) = (await Organisation("River House", "km"), await Organisation("Salt Road", "th"));
        await desk.Dialogue(ministry, "On the margins", forum, [one, two]);
        var asked = await desk.Asked(ministry, "Cards for all", forum);
        var open = await desk.Promised(ministry, "Cards will be issued", Promising.Before(forum), [asked]);
        await desk.Promised(ministry, "Whispered", Promising.Before(forum), [asked], confidential: true);
        await desk.Became(open, "in-progress");

        using var person = await SignedIn.As(desk.Site, Role.Coordinator);
        var home = $"/workspace/briefs/forum/{forum}";
        foreach (var subject in new[] { home, $"/workspace/briefs/authority/{ministry.Authority}" })
        {
            var page = await person.Get($"{subject}?tongue=en");
            foreach (var said in new[] { "Cards for all", "<q lang=\"en\">Cards will be issued</q>", "in progress", "Secretary of State", "page 3", "Brief: " }) Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.DoesNotContain("Whispered", page, StringComparison.Ordinal);
        }
        foreach (var (language, word) in new[] { ("km", "ឯកសារសង្ខេប"), ("lo", "ບົດສະຫຼຸບ"), ("my", "အကျဉ်းချုပ်"), ("th", "เอกสารสรุป"), ("vi", "Bản tóm tắt"), ("zh-Hans", "简报") })
            Assert.Contains($"<h1>{word}: ", await person.Get($"{home}?tongue={language}"), StringComparison.Ordinal);

        var request = Guid.NewGuid().ToString();
        (string, string)[] form = [("request", request), ("organisations", one.ToString()), ("organisations", two.ToString())];
        Assert.Contains("Choose at least one person", await person.Post($"{home}?tongue=en", $"{home}?handler=Mail&tongue=en", [("request", request)]), StringComparison.Ordinal);
        Assert.Equal($"{home}?tongue=en", await person.Post($"{home}?tongue=en", $"{home}?handler=Mail&tongue=en", form));
        await Until.Sees(() => person.Get($"{home}?tongue=en"), page => page.Contains("Sent: 2 of 2", StringComparison.Ordinal), "both have it");
        await person.Post($"{home}?tongue=en", $"{home}?handler=Mail&tongue=en", form);
        Assert.Equal(2, await desk.Network.Number("select count(*) from advocacy.brief_mails where sent_at is not null"));
        var mails = desk.Network.Mail.Mails.Where(mail => mail.To.EndsWith(".example", StringComparison.Ordinal)).ToList();
        Assert.Equal(["km@riverhouse.example", "th@saltroad.example"], mails.Select(mail => mail.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_report_for_funders_counts_by_country_and_year_and_shows_what_is_behind_each_number()
    {
        var ministry = await desk.Ministry("Ministry of Numbers", "MM");
        var forum = await desk.Forum();
        var asked = await desk.Asked(ministry, "Pay what is owed", forum);
        await desk.Became(await desk.Promised(ministry, "We shall pay", desk.On(30), [asked]), "kept");
        await desk.Became(await desk.Promised(ministry, "We shall pay more", desk.On(30), [asked]), "broken");
        await desk.Promised(ministry, "Not for funders", desk.On(30), [asked], confidential: true);
        using var person = await SignedIn.As(desk.Site, Role.Coordinator);
        var year = desk.Today.Year;
        Assert.Contains($"MM,{year},1,2,1,1,0", await person.Get("/workspace/dialogues/report?handler=Csv"), StringComparison.Ordinal);
        var page = await person.Get("/workspace/dialogues/report");
        foreach (var said in new[] { $"href=\"#mm-{year}-kept\"", $"id=\"mm-{year}-kept\"", "We shall pay", "Pay what is owed" }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not for funders", page, StringComparison.Ordinal);
    }

    private async Task<Guid> Organisation(string name, string language)
    {
        var id = Made(await desk.Coordinator.Post("/organisations", new { names = new { en = name, km = "អង្គការ" + name }, country = "KH", standing = "member" }));
        Made(await desk.Coordinator.Post($"/organisations/{id}/focal-points", new { name = "Bopha", capacity = "Director", email = $"{language}@{name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}.example", language }));
        return id;
    }
}
