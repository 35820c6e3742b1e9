using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Alerts;
using static Mekong.Advocacy.Web.Tests.Features.Dialogues.DialogueDesk;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Dialogues;

/// <summary>The same at a browser without scripts.</summary>
public sealed partial class DialoguePagesTests(DialogueDesk desk) : IClassFixture<DialogueDesk>
{
    [Fact]
    public async Task A_ministry_its_director_and_a_forum_are_typed()
    {
        using var coordinator = await SignedIn.As(desk.Site, Role.Coordinator);
        const string authorities = "/workspace/authorities", forums = "/workspace/forums";
        var id = Guid.CreateVersion7().ToString();
        var refused = await coordinator.Post(authorities, authorities + "?handler=Enter", [("id", id), ("country", ""), ("elsewhere", "Nowhere"), ("names.en", "Ministry of Health")]);
        Assert.Contains("href=\"#enter.country\"", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"Ministry of Health\"", refused, StringComparison.Ordinal);
        var one = await coordinator.Post(authorities, authorities + "?handler=Enter", [("id", id), ("country", "KH"), ("names.en", "Ministry of Health")]);
        Assert.Equal($"{authorities}/{id}", one);
        var post = Guid.CreateVersion7().ToString();
        Assert.Equal(one, await coordinator.Post(one, one + "?handler=Post", [("post", post), ("titles.en", "Minister"), ("titles.km", "រដ្ឋមន្ត្រី")]));
        Assert.Equal(one, await coordinator.Post(one, one + "?handler=Take", [("post", post), ("holder", Guid.NewGuid().ToString()), ("name", "Mrs Sok Chenda"), ("from", "2026-01-05")]));
        Assert.Contains("Mrs Sok Chenda", await coordinator.Get(one), StringComparison.Ordinal);
        var forum = Guid.CreateVersion7().ToString();
        (string, string)[] typed = [("id", forum), ("country", "LA"), ("city", "Vientiane"), ("zone", "Asia/Vientiane"), ("names.en", "Health forum"), ("from", "2570-11-09")];
        Assert.Contains("href=\"#plan.until\"", await coordinator.Post(forums, forums + "?handler=Plan", typed), StringComparison.Ordinal);
        var where = await coordinator.Post(forums, forums + "?handler=Plan", [.. typed, ("until", "2027-11-10")]);
        Assert.Contains("2027-11-09", await coordinator.Get(where + "?lang=my"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dialogue_is_typed_refused_at_its_field_held_and_minuted()
    {
        var (authority, post) = await desk.Authority("Ministry of Education", holder: "Mr Keo Vanna");
        using var coordinator = await SignedIn.As(desk.Site, Role.Coordinator);
        const string blank = "/workspace/dialogues/new";
        (string, string)[] typed =
        [
            ("titles.en", "Schooling for returnees"), ("kind", "Meeting"), ("begins", "2026-03-02T09:00"), ("ends", "2026-03-02T08:00"), ("zone", "Asia/Phnom_Penh"), ("country", "KH"),
            ("place", "Phnom Penh"), ("authorities.1", $"{authority}/{post}"), ("attribution", "Attributed"), ("links.1.kind", "Film"), ("links.1.title", "The road back"), ("_keep", "1"),
        ];
        var refused = await coordinator.Post(blank, blank, typed);
        Assert.Contains("href=\"#ends\"", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"The road back\"", refused, StringComparison.Ordinal);
        Assert.Contains("Schooling for returnees", await coordinator.Get(blank), StringComparison.Ordinal); // kept
        var where = await coordinator.Post(blank, blank, [.. typed.Where(field => field.Item1 != "ends"), ("ends", "2026-03-02T11:00")]);
        Assert.Contains("Mr Keo Vanna", await coordinator.Get(where), StringComparison.Ordinal);
        Assert.Contains("Schooling for returnees", await coordinator.Get("/workspace"), StringComparison.Ordinal); // has it taken place?
        Assert.Equal(where, await coordinator.Post(where, where + "?handler=Hold", []));
        Assert.Contains("href=\"#minute.minutes\"", await coordinator.Post(where, where + "?handler=Minute", []), StringComparison.Ordinal);
        Assert.Equal(where, await coordinator.Post(where, where + "?handler=Minute", [("minutes.en", "They will look into it.")]));
        Assert.Equal(where, await coordinator.Post(where, where + "?handler=Close", []));
        Assert.Contains("They will look into it.", await coordinator.Get(where), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_is_typed_shown_reviewed_and_contradicted()
    {
        var (authority, post) = await desk.Authority("Ministry of Interior", holder: "Mrs Lim Bopha");
        var dialogue = await desk.Dialogue(authority, post);
        var forum = await desk.Forum(90);
        using var coordinator = await SignedIn.As(desk.Site, Role.Coordinator);
        var asking = $"/workspace/recommendations/new?dialogue={dialogue}";
        var asked = await coordinator.Post(asking, "/workspace/recommendations/new", [("titles.en", "Let migrants vote"), ("authorityId", $"{authority}/")]);
        Assert.Equal($"/workspace/dialogues/{dialogue}", await coordinator.Post($"/workspace/dialogues/{dialogue}", $"/workspace/dialogues/{dialogue}?handler=Present",
            [("presentation", Guid.NewGuid().ToString()), ("recommendation", asked.Split('/')[^1])]));
        var blank = $"/workspace/commitments/new?dialogue={dialogue}";
        (string, string)[] typed =
        [
            ("postId", $"{authority}/{post}"), ("words", "We shall do it."), ("language", "en"), ("madeOn", Text(desk.Day("KH"))), ("strength", "Promise"), ("source.kind", "Minutes"),
            ("recommendations", asked.Split('/')[^1]), ("dialogueId", dialogue.ToString()), ("due.kind", "Forum"), ("due.forumId", forum.ToString()), ("due.daysBefore", "2"),
        ];
        var refused = await coordinator.Post(blank, "/workspace/commitments/new", typed);
        Assert.Contains("href=\"#source.url\"", refused, StringComparison.Ordinal);
        Assert.Contains("We shall do it.", refused, StringComparison.Ordinal);
        var where = await coordinator.Post(blank, "/workspace/commitments/new", [.. typed, ("source.url", "https://minutes.example/1")]);
        var shown = await coordinator.Get(where);
        Assert.Contains("Mrs Lim Bopha", shown, StringComparison.Ordinal);
        Assert.Contains(Text(desk.Day("LA", 88)), shown, StringComparison.Ordinal);

        var proposal = Guid.CreateVersion7().ToString();
        var lacking = await coordinator.Post(where, where + "?handler=Propose", [("proposal", proposal), ("status", "InProgress"), ("note", "A draft was shown to us.")]);
        Assert.Contains("href=\"#propose.evidence\"", lacking, StringComparison.Ordinal);
        Assert.Contains("A draft was shown to us.", lacking, StringComparison.Ordinal);
        Assert.Equal(where, await coordinator.Post(where, where + "?handler=Propose",
            [("proposal", proposal), ("status", "InProgress"), ("note", "A draft was shown to us."), ("evidence.1.kind", "Press"), ("evidence.1.title", "Draft"), ("evidence.1.url", "https://draft.example/1")]));
        using var approver = await SignedIn.As(desk.Site, Role.Approver);
        Assert.Contains(where, await approver.Get("/workspace"), StringComparison.Ordinal);
        Assert.Equal(where, await approver.Post(where, where + "?handler=Review", [("proposal", proposal), ("accepted", "true")]));
        var member = Made(await desk.Coordinator.Post("/organisations", new { names = new { en = "Lotus Road" }, country = "KH", standing = "member" }));
        Assert.Equal(where, await coordinator.Post(where, where + "?handler=Dissent",
            [("dissent", Guid.NewGuid().ToString()), ("organisation", member.ToString()), ("language", "en"), ("text", "Nothing has begun where we are.")]));
        Assert.Contains("Nothing has begun where we are.", await coordinator.Get(where), StringComparison.Ordinal);
        Assert.Equal(where, await coordinator.Post(where + "/write", where + "/write", [.. typed.Where(field => !field.Item1.StartsWith("due", StringComparison.Ordinal)),
            ("source.url", "https://minutes.example/1"), ("translations.km", "យើងនឹងធ្វើ")]));
        foreach (var path in new[] { where, asked, asked + "/write", $"/workspace/forums/{forum}", $"/workspace/authorities/{authority}", $"/workspace/dialogues/{dialogue}/write", "/workspace/dialogues", "/workspace/recommendations", "/workspace/commitments?status=InProgress" })
            foreach (var language in new[] { "km", "th" })
                Assert.Contains("</html>", await coordinator.Get(path + (path.Contains('?') ? "&" : "?") + $"lang={language}"), StringComparison.Ordinal);
    }
}
