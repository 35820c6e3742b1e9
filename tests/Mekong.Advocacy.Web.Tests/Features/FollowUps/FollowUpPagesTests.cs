using System.Net;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.FollowUps;

/// <summary>The board, the pages, the members' corner, and the link that needs no account, on one running platform.</summary>
public sealed class FollowUpPagesTests(FollowUpPagesTests.Running running) : IClassFixture<FollowUpPagesTests.Running>
{
    public sealed class Running(TestPostgres postgres) : IAsyncLifetime
    {
        internal Owing Owing { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Owing = await Owing.Open(postgres);

        public ValueTask DisposeAsync() => Owing.DisposeAsync();
    }

    private Owing Owing => running.Owing;

    private Task<Office> Coordinator() => Office.SignIn(Owing.Site, "coordinator@mekong.example", Role.Coordinator);

    private static (string, string)[] Typed(Debtor owner, string step, string rule = "date") =>
    [
        ("Step", step), ("Language", "en"), ("Owner", $"organisation:{owner.Id}"), ("Country", "MM"), ("Rule", rule), ("Date", "2027-01-20"), ("WorkingDays", "3"), ("After", "2027-01-15"),
        ("DaysBefore", "0"), ("Priority", "1"), ("Checklist", "Write the letter\r\nCall the office"),
    ];

    [Fact]
    public async Task A_step_is_written_on_a_page_stands_on_the_board_and_is_moved_by_its_menu()
    {
        var (office, river) = (await Coordinator(), await Owing.Member("Tonle Weavers"));
        var (status, body) = await office.Post("/workspace/follow-ups/new", "/workspace/follow-ups/new", [.. Typed(river, "")]);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Say in one line what is to be done.", body, StringComparison.Ordinal);
        Assert.Contains("Call the office", body, StringComparison.Ordinal); // kept as typed
        Assert.Equal(HttpStatusCode.Redirect, (await office.Post("/workspace/follow-ups/new", "/workspace/follow-ups/new", [.. Typed(river, "Ask for the hearing", "working-days")])).Status);
        var id = (await Owing.Desk.Coordinator.Get($"/follow-ups?owner={river.Id}")).Json[0].GetProperty("id").GetGuid();
        Assert.Equal("2027-01-20", await Owing.DueOn(id));
        foreach (var by in new[] { "state", "owner", "country", "authority", "due" })
            Assert.Contains("Ask for the hearing", (await office.Get($"/workspace/follow-ups?by={by}&owner={river.Id}&country=MM")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask for the hearing", (await office.Get("/workspace/follow-ups?due=late")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Post("/workspace/follow-ups", "/workspace/follow-ups?handler=Move", ("id", id.ToString()), ("to", "Doing"))).Status);
        Assert.Equal("doing", (await Owing.Read(id)).GetProperty("followUp").GetProperty("state").GetString());
        await office.Post("/workspace/follow-ups", "/workspace/follow-ups?handler=Move", ("id", id.ToString()), ("to", "Done"));
        Assert.Equal("doing", (await Owing.Read(id)).GetProperty("followUp").GetProperty("state").GetString()); // needs an outcome
        Assert.Contains("<option value=\"Done\" selected", (await office.Get($"/workspace/follow-ups/{id}?to=Done")).Body, StringComparison.Ordinal);
        Assert.Contains("Say what came of it.", (await office.Post($"/workspace/follow-ups/{id}", $"/workspace/follow-ups/{id}?handler=State", ("to", "Done"), ("words", ""))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Post($"/workspace/follow-ups/{id}", $"/workspace/follow-ups/{id}?handler=State", ("to", "Done"), ("words", "It is on 12 March."))).Status);
        Assert.Contains("It is on 12 March.", (await office.Get($"/workspace/follow-ups/{id}")).Body, StringComparison.Ordinal);
        Assert.Contains("Ask for the hearing", (await office.Get($"/workspace/follow-ups/{id}/write")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_the_link_acts_without_an_account_and_opening_it_changes_nothing()
    {
        var river = await Owing.Member("Mekong Kindergarten Circle", "km");
        var id = await Owing.Step(river, new { date = "2027-01-08" }, checklist: new[] { new { text = "Write the letter" } }); // late: asked for at once
        var path = Owing.Path(Owing.Words(await Owing.MailTo(river.Email!, "after")));
        using var visitor = Owing.Site.Public();
        for (var scan = 0; scan < 3; scan++) Assert.Contains("Ask for the date", await Body(await visitor.Ask(HttpMethod.Get, path)), StringComparison.Ordinal);
        var before = (await Owing.Read(id)).GetProperty("history").GetArrayLength();
        Assert.Contains("Say why.", await Body(await Post(visitor, path.Replace("/km/", "/en/", StringComparison.Ordinal), "Snooze", ("until", "2027-01-20"))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(visitor, path, "State", ("to", "Waiting"), ("words", "The minister is abroad."))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(visitor, path, "Tick", ("item", "00000001-0000-0000-8000-000000000000"), ("done", "true"))).StatusCode);
        var note = Guid.NewGuid().ToString();
        for (var twice = 0; twice < 2; twice++) Assert.Equal(HttpStatusCode.Redirect, (await Post(visitor, path, "Note", ("note", note), ("text", "They call back."))).StatusCode);
        var whole = await Until.Sees(() => Owing.Read(id), read => read.GetProperty("history").GetArrayLength() == before + 3, "three things happened");
        Assert.Equal("waiting", whole.GetProperty("followUp").GetProperty("state").GetString());
        Assert.All(whole.GetProperty("history").EnumerateArray().Take(3), line => Assert.Equal(river.Officer, line.GetProperty("doneBy").GetGuid()));

        foreach (var wrong in new[] { path[..^1] + (path[^1] == 'A' ? 'B' : 'A'), "/en/f/1.AAAAAAAAAAAAAAAAAAAAAA" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Ask(HttpMethod.Get, wrong)).StatusCode);
        var other = await Owing.Member("Salt Harvest Forum");
        Answers.Done(await Owing.Desk.Coordinator.Put($"/follow-ups/{id}", new { step = "Ask for the date", language = "en", owner = new { kind = "organisation", id = other.Id }, country = "KH", due = new { date = "2027-03-08" }, priority = 2 }));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Ask(HttpMethod.Get, path)).StatusCode); // it is no longer theirs
        Assert.Equal(HttpStatusCode.NotFound, (await Post(visitor, path, "State", ("to", "Dropped"), ("words", "x"))).StatusCode);
    }

    [Fact]
    public async Task A_member_sees_and_answers_for_their_own_steps_and_no_others()
    {
        var (river, hills) = (await Owing.Member("Domestic Helpers Hand"), await Owing.Member("Upland Coffee Growers"));
        var (ours, theirs) = (await Owing.Step(river, new { date = "2027-02-20" }, "Write to the ministry"), await Owing.Step(hills, new { date = "2027-02-20" }, "Visit the ministry"));
        var member = await Office.SignIn(Owing.Site, river.Email!, Role.Member);
        var corner = (await member.Get("/members")).Body;
        Assert.Contains("Write to the ministry", corner, StringComparison.Ordinal);
        Assert.DoesNotContain("Visit the ministry", corner, StringComparison.Ordinal);
        Assert.Contains("No public commitment yet.", (await member.Get("/members/commitments?lang=en")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await member.Post($"/members/follow-ups/{ours}", $"/members/follow-ups/{ours}?handler=State", ("to", "Doing"), ("words", ""))).Status);
        Assert.Equal("doing", (await Owing.Read(ours)).GetProperty("followUp").GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await member.Get($"/members/follow-ups/{theirs}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Get("/workspace/follow-ups")).Status);
        var api = await Owing.Site.As(Role.Member, river.Email);
        Answers.Done(await api.Post($"/follow-ups/{ours}/state", new { state = "waiting" }));
        Answers.Refuses(403, "follow-up.not-yours", await api.Post($"/follow-ups/{theirs}/state", new { state = "waiting" }));
    }

    [Fact]
    public async Task The_first_page_counts_what_is_late()
    {
        var river = await Owing.Member("Quarry Voices");
        await Owing.Step(river, new { date = "2027-01-04" });
        Assert.Contains("Next steps overdue: ", (await (await Coordinator()).Get("/workspace")).Body, StringComparison.Ordinal);
        Assert.Contains("Ask for the date", (await (await Coordinator()).Get("/workspace/follow-ups?due=late")).Body, StringComparison.Ordinal);
    }

    private static async Task<string> Body(HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    private static Task<HttpResponseMessage> Post(HttpClient visitor, string path, string handler, params (string Name, string Value)[] typed) =>
        visitor.Ask(HttpMethod.Post, $"{path}?handler={handler}", new FormUrlEncodedContent(typed.Select(field => KeyValuePair.Create(field.Name, field.Value))));
}
