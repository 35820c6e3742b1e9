using Mekong.Advocacy.Domain.Calendars;
using static Mekong.Advocacy.Web.Tests.Features.Dialogues.DialogueDesk;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Dialogues;

/// <summary>What was promised, until when, and what became of it: over the API, by two people, under a clock that is moved.</summary>
public sealed class CommitmentsTests(DialogueDesk desk) : IClassFixture<DialogueDesk>
{
    [Fact]
    public async Task When_a_forum_moves_what_is_due_before_it_follows_and_says_so()
    {
        var ((authority, post), forum) = (await desk.Authority(holder: "Mrs Chan Dara"), await desk.Forum());
        var dialogue = await desk.Dialogue(authority, post, forumId: forum);
        var asked = await desk.Recommendation(authority, "Let migrants vote abroad");
        Made(await desk.Coordinator.Post($"/recommendations/{asked}/presentations", new { dialogueId = dialogue, forumId = forum }));
        var promise = Guid.CreateVersion7();
        var body = desk.Promise(authority, post, new { kind = "forum", forumId = forum, daysBefore = 1 }, dialogue, [asked], id: promise);
        Assert.Equal(promise, Made(await desk.Coordinator.Post("/commitments", body)));
        Assert.Equal(promise, Made(await desk.Coordinator.Post("/commitments", body))); // sent twice, entered once
        await desk.Is(promise, "dueOn", Text(desk.Day("LA", 29)));

        var (from, until) = (Text(desk.Day("LA", 60)), Text(desk.Day("LA", 61)));
        Done(await desk.Coordinator.Post($"/forums/{forum}/move", new { from, until, city = "Vientiane", reason = "Floods" }));
        await desk.Is(promise, "dueOn", Text(desk.Day("LA", 59)));
        var past = (await desk.Commitment(promise)).GetProperty("history").EnumerateArray().Select(line => line.GetProperty("what").GetString()).ToList();
        Assert.Equal(["CommitmentDueFollowed", "CommitmentRecorded"], past);

        Done(await desk.Coordinator.Post($"/forums/{forum}/cancel", new { reason = "No host" }));
        await desk.Is(promise, "dueOn", "");
        Assert.Single((await desk.Coordinator.Get($"/commitments?recommendationId={asked}")).Json.EnumerateArray());
        Assert.Equal(1, (await desk.Coordinator.Get($"/recommendations/{asked}")).Json.GetProperty("recommendation").GetProperty("presented").GetInt32());
    }

    [Fact]
    public async Task It_counts_when_a_second_person_has_agreed()
    {
        var (authority, post) = await desk.Authority();
        var promise = Made(await desk.Coordinator.Post("/commitments", desk.Promise(authority, post, new { kind = "condition", condition = new { en = "When the sub-decree is issued" } })));
        Refuses(422, "commitment.status-needs-evidence", await desk.Coordinator.Post($"/commitments/{promise}/proposals", new { status = "kept", note = "It was issued." }));
        var proposal = Made(await desk.Coordinator.Post($"/commitments/{promise}/proposals",
            new { status = "kept", note = "It was issued.", evidence = new[] { new { kind = "press", title = "The gazette", url = "https://gazette.example/1" } } }));
        Refuses(403, "commitment.review-needs-another", await desk.Coordinator.Post($"/commitments/{promise}/proposals/{proposal}/review", new { accepted = true }));
        await desk.Is(promise, "status", "open");
        Done(await desk.Approver.Post($"/commitments/{promise}/proposals/{proposal}/review", new { accepted = true }));
        await desk.Is(promise, "status", "kept");
        var state = await desk.Commitment(promise);
        Assert.Equal("The gazette", state.GetProperty("proposals")[0].GetProperty("evidence")[0].GetProperty("title").GetString());
        Assert.Single((await desk.Coordinator.Get("/commitments?status=kept")).Json.EnumerateArray());
        Refuses(422, "dialogue.not-understood", await desk.Coordinator.Get("/commitments?status=soon"));
    }

    [Theory]
    [InlineData("MM")]
    [InlineData("CN")]
    public async Task The_day_is_over_when_it_is_over_in_the_country(string country)
    {
        var (authority, post) = await desk.Authority($"Labour office {country}", country);
        var day = desk.Day(country, 3);
        var promise = Made(await desk.Coordinator.Post("/commitments", desk.Promise(authority, post, new { kind = "date", date = Text(day) }, country: country)));
        var midnight = CountryDays.EndOf(day, country);
        Assert.Equal(country == "MM" ? new TimeSpan(17, 30, 0) : new TimeSpan(16, 0, 0), midnight.UtcDateTime.TimeOfDay);
        desk.Network.Clock.Move(midnight - TimeSpan.FromSeconds(3) - desk.Network.Clock.GetUtcNow());
        await desk.Is(promise, "status", "overdue");
        Assert.True(desk.Network.Clock.GetUtcNow() >= midnight);
        var history = (await desk.Commitment(promise)).GetProperty("history")[0];
        Assert.Equal(("CommitmentFellDue", "system"), (history.GetProperty("what").GetString(), history.GetProperty("actor").GetString()));
    }

    [Fact]
    public async Task What_is_said_under_the_house_rule_stays_in_the_house()
    {
        var (authority, post) = await desk.Authority();
        var dialogue = await desk.Dialogue(authority, post, "chatham-house");
        var due = new { kind = "date", date = Text(desk.Day("KH", 30)) };
        Refuses(422, "commitment.house-rule-is-confidential", await desk.Coordinator.Post("/commitments", desk.Promise(authority, post, due, dialogue)));
        var promise = Made(await desk.Coordinator.Post("/commitments", desk.Promise(authority, post, due, dialogue, confidential: true)));
        Refuses(422, "commitment.house-rule-is-confidential", await desk.Coordinator.Post($"/commitments/{promise}/confidentiality", new { confidential = false, reason = "Why not" }));
    }

    [Fact]
    public async Task What_cannot_be_read_or_found_is_said_at_its_field()
    {
        var (authority, post) = await desk.Authority();
        var answer = await desk.Coordinator.Post("/commitments", desk.Promise(authority, post, new { kind = "date", date = "soon" }));
        Refuses(422, "dialogue.day-not-understood", answer);
        Assert.Equal("due.date", answer.Json.GetProperty("errors")[0].GetProperty("field").GetString());
        Refuses(404, "authority.no-such-post", await desk.Coordinator.Post("/commitments", desk.Promise(authority, Guid.NewGuid(), new { kind = "date", date = "2570-01-31" })));
        Refuses(404, "forum.no-such-forum", await desk.Coordinator.Post("/commitments", desk.Promise(authority, post, new { kind = "forum", forumId = Guid.NewGuid() })));
        Refuses(404, "commitment.no-such-commitment", await desk.Coordinator.Get($"/commitments/{Guid.NewGuid()}"));
    }

    [Fact]
    public async Task A_name_of_an_office_holder_is_in_no_event_and_in_no_open_column()
    {
        var (authority, _) = await desk.Authority(holder: "Mr Unmistakable Nobody");
        var state = (await desk.Coordinator.Get($"/authorities/{authority}")).Json;
        Assert.Equal("Mr Unmistakable Nobody", state.GetProperty("holders")[0].GetProperty("name").GetString());
        Assert.Equal(0, await desk.Network.Number("select count(*) from advocacy.holder_names where position('Unmistakable'::bytea in name_sealed) > 0"));
        Assert.Equal(0, await desk.Network.Number("select count(*) from es.mt_events where data::text like '%Unmistakable%'"));
    }
}
