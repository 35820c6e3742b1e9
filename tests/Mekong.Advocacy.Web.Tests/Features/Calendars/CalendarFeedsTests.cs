using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Alerts;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Features.Tracker;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Calendars;

public sealed partial class CalendarFeedsTests(Promising desk) : IClassFixture<Promising>
{
    [Fact]
    public async Task When_a_forum_moves_what_is_due_before_it_moves_with_it_and_both_say_so_to_calendars()
    {
        var ministry = await desk.Ministry("Ministry of Moves");
        var forum = await desk.Forum(inDays: 60);
        var id = await desk.Promised(ministry, "Before the forum", Promising.Before(forum));
        using var http = desk.Site.Public();
        var before = Events(await Text(http, $"/en/calendar/forum/{forum}.ics"));
        Assert.Equal(Basic(desk.Today.AddDays(60)), before[$"forum-{forum}"]["DTSTART;VALUE=DATE"]);
        Assert.Equal(Basic(desk.Today.AddDays(53)), before[$"commitment-{id}"]["DTSTART;VALUE=DATE"]);

        Done(await desk.Coordinator.Post($"/forums/{forum}/move", new { from = Promising.Day(desk.Today.AddDays(90)), until = Promising.Day(desk.Today.AddDays(91)), city = "Luang Prabang", reason = "Floods." }));
        var after = await Until.Sees(
            async () => Events(await Text(http, $"/en/calendar/forum/{forum}.ics")), events => events[$"commitment-{id}"]["DTSTART;VALUE=DATE"] == Basic(desk.Today.AddDays(83)), "the promise follows");
        Assert.Equal(Basic(desk.Today.AddDays(90)), after[$"forum-{forum}"]["DTSTART;VALUE=DATE"]);
        Assert.Equal("Luang Prabang", after[$"forum-{forum}"]["LOCATION"]);
        Assert.All([$"forum-{forum}", $"commitment-{id}"], uid => Assert.True(Sequence(after, uid) > Sequence(before, uid)));

        Done(await desk.Coordinator.Post($"/forums/{forum}/cancel", new { reason = "No host." }));
        var gone = await Until.Sees(
            async () => Events(await Text(http, $"/en/calendar/forum/{forum}.ics")), events => events[$"commitment-{id}"]["STATUS"] == "CANCELLED", "the promise has no day any more");
        Assert.Equal("CANCELLED", gone[$"forum-{forum}"]["STATUS"]);
        Assert.Equal(Basic(desk.Today.AddDays(83)), gone[$"commitment-{id}"]["DTSTART;VALUE=DATE"]);
        Assert.True(Sequence(gone, $"commitment-{id}") > Sequence(after, $"commitment-{id}"));
    }

    [Fact]
    public async Task Ones_own_calendar_has_meetings_under_a_secret_address_until_that_is_taken_back()
    {
        var dialogue = await desk.Dialogue(await desk.Ministry("Ministry of Talks"), "Talks on cards, and more");
        using var person = await SignedIn.As(desk.Site, Role.Coordinator);
        await person.Post("/workspace/calendars", "/workspace/calendars?handler=Make", []);
        var page = await person.Get("/workspace/calendars");
        var address = Own().Match(page).Groups[1].Value;
        using var http = desk.Site.Public();
        var events = Events(await Text(http, address));
        Assert.Equal("Talks on cards\\, and more", events[$"dialogue-{dialogue}"]["SUMMARY;LANGUAGE=en"]);
        Assert.EndsWith("Z", events[$"dialogue-{dialogue}"]["DTSTART"], StringComparison.Ordinal);
        Assert.DoesNotContain($"dialogue-{dialogue}", await Text(http, "/en/calendar/country/KH.ics"), StringComparison.Ordinal);
        Assert.Contains($"dialogue-{dialogue}", await Text(http, address.Replace(".ics", "/country/KH.ics", StringComparison.Ordinal)), StringComparison.Ordinal);

        Done(await desk.Coordinator.Post($"/dialogues/{dialogue}/postpone", new { reason = "The minister travels." }));
        Assert.Equal("CANCELLED", Events(await Text(http, address))[$"dialogue-{dialogue}"]["STATUS"]);
        var forged = address.Replace("mine/", "mine/9", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.Ask(HttpMethod.Get, forged)).StatusCode);
        await person.Post("/workspace/calendars", "/workspace/calendars?handler=Revoke", []);
        Assert.Equal(HttpStatusCode.NotFound, (await http.Ask(HttpMethod.Get, address)).StatusCode);
        await person.Post("/workspace/calendars", "/workspace/calendars?handler=Make", []);
        Assert.NotEqual(address, Own().Match(await person.Get("/workspace/calendars")).Groups[1].Value);
    }

    private static int Sequence(Dictionary<string, Dictionary<string, string>> events, string uid) => int.Parse(events[uid]["SEQUENCE"], null);

    private static string Basic(DateOnly day) => day.ToString("yyyyMMdd", null);

    private static async Task<string> Text(HttpClient http, string path)
    {
        using var answer = await http.Ask(HttpMethod.Get, path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Entries by what stands before the @ of their UID; each a table of its unfolded lines.</summary>
    private static Dictionary<string, Dictionary<string, string>> Events(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal)
        .Split("BEGIN:VEVENT\r\n")[1..].Select(text => text.Split("\r\n").TakeWhile(line => line != "END:VEVENT").Select(line => line.Split(':', 2)).ToDictionary(parts => parts[0], parts => parts[1]))
        .ToDictionary(entry => entry["UID"].Split('@')[0]);

    [GeneratedRegex("(/en/calendar/mine/[^\"<]+\\.ics)")]
    private static partial Regex Own();
}
