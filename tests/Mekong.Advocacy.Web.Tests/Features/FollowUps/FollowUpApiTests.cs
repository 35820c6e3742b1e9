using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;

namespace Mekong.Advocacy.Web.Tests.Features.FollowUps;

/// <summary>Next steps over the API: written once, refused at the field, listed by what one asks for.</summary>
public sealed class FollowUpApiTests(FollowUpPagesTests.Running running) : IClassFixture<FollowUpPagesTests.Running>
{
    private Owing Owing => running.Owing;

    [Fact]
    public async Task A_step_that_is_posted_twice_is_one_step()
    {
        var (river, id) = (await Owing.Member("Tonle Weavers"), Guid.NewGuid());
        object Body(string step) => new { id, step, language = "en", owner = new { kind = "organisation", id = river.Id }, country = "TH", due = new { workingDays = 2, after = "2027-04-12" }, priority = 1, checklist = new[] { new { text = "Call" } } };
        Assert.Equal(id, Answers.Made(await Owing.Desk.Coordinator.Post("/follow-ups", Body("Ask"))));
        Assert.Equal(id, Answers.Made(await Owing.Desk.Coordinator.Post("/follow-ups", Body("Ask"))));
        Answers.Refuses(409, "follow-up.already-written", await Owing.Desk.Coordinator.Post("/follow-ups", Body("Ask again")));
        Assert.Equal("2027-04-19", await Owing.DueOn(id)); // over Songkran and a weekend
        Assert.Equal(1, (await Owing.Desk.Coordinator.Get($"/follow-ups?owner={river.Id}&open=true&country=TH&dueUntil=2027-04-19")).Json.GetArrayLength());
        Assert.Equal(0, (await Owing.Desk.Coordinator.Get($"/follow-ups?owner={river.Id}&dueUntil=2027-04-18")).Json.GetArrayLength());
        Assert.Equal(0, (await Owing.Desk.Coordinator.Get($"/follow-ups?owner={river.Id}&state=done")).Json.GetArrayLength());
        Assert.Equal(0, (await Owing.Desk.Coordinator.Get($"/follow-ups?owner={river.Id}&authority={Guid.NewGuid()}")).Json.GetArrayLength());
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_its_field()
    {
        var river = await Owing.Member("Salt Harvest Forum");
        async Task Refused(string code, string field, object? due = null, object? owner = null, string country = "KH", object? about = null)
        {
            var answer = await Owing.Desk.Coordinator.Post("/follow-ups", new { step = "Ask", language = "en", owner = owner ?? new { kind = "organisation", id = river.Id }, country, due = due ?? new { date = "2027-05-03" }, priority = 3, about });
            Assert.Equal((code, field), (answer.Json.GetProperty("code").GetString(), answer.Json.GetProperty("errors")[0].GetProperty("field").GetString()));
            Assert.DoesNotContain("follow-up.", answer.Json.GetProperty("title").GetString()!, StringComparison.Ordinal);
        }

        await Refused("follow-up.needs-due", "due", new { });
        await Refused("follow-up.day-out-of-range", "due", new { date = "31.1.2027" });
        await Refused("follow-up.day-out-of-range", "due", new { workingDays = 2 });
        await Refused("follow-up.too-many-days", "due", new { workingDays = 1000, after = "2027-01-01" });
        await Refused("follow-up.no-such-forum", "due", new { forumId = Guid.NewGuid() });
        await Refused("follow-up.no-such-owner", "owner", owner: new { kind = "account", id = Guid.NewGuid() });
        await Refused("follow-up.unknown-country", "country", country: "ID");
        await Refused("follow-up.no-such-subject", "about", about: new { kind = "commitment", id = Guid.NewGuid() });
        Answers.Refuses(404, "follow-up.no-such-follow-up", await Owing.Desk.Coordinator.Get($"/follow-ups/{Guid.NewGuid()}"));
        Answers.Refuses(403, "account.not-allowed", await Owing.Desk.Approver.Post("/follow-ups", new { step = "Ask", language = "en", owner = new { kind = "organisation", id = river.Id }, country = "KH", due = new { date = "2027-05-03" } }));
        var (buddhist, someday) = (await Owing.Step(river, new { date = "2570-05-03" }), await Owing.Step(river, new { condition = new { en = "When the decree is out" } }));
        Assert.Equal("2027-05-03", await Owing.DueOn(buddhist));
        Assert.Null(await Owing.DueOn(someday));
    }

    [Fact]
    public async Task A_step_about_a_recommendation_is_found_by_its_authority_and_stands_on_its_page()
    {
        var river = await Owing.Member("Mekong Kindergarten Circle");
        var authority = Answers.Made(await Owing.Desk.Coordinator.Post("/authorities", new { names = new { en = "Ministry of Labour" }, country = "KH" }));
        var asked = Answers.Made(await Owing.Desk.Coordinator.Post("/recommendations", new { titles = new { en = "Free schooling" }, texts = new { en = "Let every child learn." }, authorityId = authority }));
        Answers.Made(await Owing.Desk.Coordinator.Post("/follow-ups", new
        {
            step = "Send the paper again",
            language = "en",
            owner = new { kind = "organisation", id = river.Id },
            country = "KH",
            due = new { date = "2027-06-01" },
            about = new { kind = "recommendation", id = asked },
        }));
        Assert.Equal(1, (await Owing.Desk.Coordinator.Get($"/follow-ups?authority={authority}")).Json.GetArrayLength());
        Assert.Equal(1, (await Owing.Desk.Coordinator.Get($"/follow-ups?about={asked}")).Json.GetArrayLength());
        var office = await Office.SignIn(Owing.Site, "coordinator@mekong.example", Role.Coordinator);
        var (status, page) = await office.Get($"/workspace/recommendations/{asked}");
        Assert.True(status == System.Net.HttpStatusCode.OK && page.Contains("Send the paper again", StringComparison.Ordinal), $"{status} {page}");
        Assert.Contains("Ministry of Labour", (await office.Get($"/workspace/follow-ups?by=authority&authority={authority}")).Body, StringComparison.Ordinal);
        Assert.Contains($"/workspace/recommendations/{asked}", (await office.Get($"/workspace/follow-ups/{(await Owing.Desk.Coordinator.Get($"/follow-ups?about={asked}")).Json[0].GetProperty("id").GetGuid()}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colleagues_act_on_their_own_steps_alone()
    {
        var approver = await Owing.Site.As(Role.Approver, "approver2@mekong.example");
        var river = await Owing.Member("Domestic Helpers Hand");
        var id = await Owing.Step(river, new { date = "2027-06-01" });
        Assert.Equal(200, (await approver.Get($"/follow-ups/{id}")).Code); // reads, and does not act
        Answers.Refuses(403, "follow-up.not-yours", await approver.Post($"/follow-ups/{id}/state", new { state = "doing" }));
        Answers.Refuses(403, "follow-up.not-yours", await approver.Post($"/follow-ups/{id}/notes", new { text = "x" }));
    }
}
