using System.Text.Json;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Alerts;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Dialogues;

public sealed partial class DialoguePagesTests
{
    private const int Many = 9;

    private static readonly string[] Guilds =
        ["Brick kiln voices", "Tonle fishers", "Salt harvest forum", "Night market women", "Return home circle", "Garment hands", "Upland coffee", "Ferry crews", "Young readers"];

    [Fact]
    public async Task Whoever_saves_a_form_untouched_loses_nothing()
    {
        var (authority, post) = await desk.Authority("Ministry of Many Things");
        var dialogue = await desk.Dialogue(authority, post);
        var offices = new List<object>();
        for (var i = 1; i <= Many; i++) offices.Add(new { authorityId = authority, postId = Made(await desk.Coordinator.Post($"/authorities/{authority}/posts", new { titles = new { en = $"Director {i}" } })) });
        var (ours, asked) = (new List<Guid>(), new List<Guid>());
        foreach (var name in Guilds) ours.Add(Made(await desk.Coordinator.Post("/organisations", new { names = new { en = name }, country = "KH", standing = "member" })));
        for (var i = 1; i <= Many; i++) asked.Add(await desk.Recommendation(authority, $"Mend the {i}th road"));
        var links = Enumerable.Range(1, Many).Select(i => new { kind = i % 2 == 0 ? "film" : "press", title = $"Road {i}", language = "km", url = $"https://roads.example/{i}" }).ToList<object>();
        links.Insert(3, new { kind = "dialogue", title = "The first of these", id = dialogue });
        var large = Made(await desk.Coordinator.Post("/dialogues", new
        {
            titles = new { en = "All the roads" },
            kind = "hearing",
            begins = "2026-03-02T09:00",
            ends = "2026-03-02T11:00",
            zone = "Asia/Phnom_Penh",
            country = "KH",
            place = "Phnom Penh",
            hostId = ours[2],
            authorities = offices,
            organisations = ours.AsEnumerable().Reverse(),
            attribution = "attributed",
            links,
        }));
        var demand = Made(await desk.Coordinator.Post("/recommendations", new { titles = new { en = "Mend the roads" }, texts = new { en = "All of them." }, authorityId = authority, evidence = links }));
        var promise = Made(await desk.Coordinator.Post("/commitments", desk.Promise(authority, post, new { kind = "condition", condition = new { en = "When it is dry" } }, large, [.. asked])));

        using var coordinator = await SignedIn.As(desk.Site, Role.Coordinator);
        foreach (var thing in new[] { $"dialogues/{large}", $"recommendations/{demand}", $"commitments/{promise}" })
        {
            var (before, page) = (await Content(thing), $"/workspace/{thing}/write");
            Assert.Equal($"/workspace/{thing}", await coordinator.Post(page, page, ShownForm.Of(await coordinator.Get(page))));
            Assert.True(JsonElement.DeepEquals(before, await Content(thing)), $"{thing} was {before}\nand is {await Content(thing)}");
        }
    }

    [Fact]
    public async Task What_was_chosen_is_kept_when_it_stands_beyond_the_end_of_the_list()
    {
        var (authority, post) = await desk.Authority("Ministry of Long Lists");
        var (guild, asked) = (await desk.Member("The last guild", "last@guilds.example"), await desk.Recommendation(authority, "The first demand"));
        var dialogue = await desk.Dialogue(authority, post);
        var state = (await desk.Coordinator.Get($"/dialogues/{dialogue}")).Json.GetProperty("content").Deserialize<Dictionary<string, JsonElement>>()!;
        (state["organisations"], state["hostId"]) = (JsonSerializer.SerializeToElement(new[] { guild }), JsonSerializer.SerializeToElement(guild));
        Done(await desk.Coordinator.Put($"/dialogues/{dialogue}", state));
        var promise = Made(await desk.Coordinator.Post("/commitments", desk.Promise(authority, post, new { kind = "condition", condition = new { en = "In time" } }, dialogue, [asked])));
        await Crowd("organisations", guild, "'{}'::jsonb");
        await Crowd("recommendations", asked, "jsonb_build_object('number', 100000 + n)");
        try
        {
            using var coordinator = await SignedIn.As(desk.Site, Role.Coordinator);
            foreach (var thing in new[] { $"dialogues/{dialogue}", $"commitments/{promise}" })
            {
                var (before, page) = (await Content(thing), $"/workspace/{thing}/write");
                Assert.Equal($"/workspace/{thing}", await coordinator.Post(page, page, ShownForm.Of(await coordinator.Get(page))));
                Assert.True(JsonElement.DeepEquals(before, await Content(thing)), $"{thing} was {before}\nand is {await Content(thing)}");
            }
        }
        finally
        {
            foreach (var table in new[] { "organisations", "recommendations" })
                await desk.Network.Number($"with gone as (delete from advocacy.{table} where id < '00000000-0000-0000-0001-000000000000' returning 1) select count(*) from gone");
        }

        Task Crowd(string table, Guid like, string apart) => desk.Network.Number($"""
            with added as (insert into advocacy.{table} select (jsonb_populate_record(o, jsonb_build_object('id', lpad(to_hex(n), 32, '0')::uuid) || {apart})).*
            from advocacy.{table} o, generate_series(1, 501) n where o.id = '{like}' returning 1) select count(*) from added
            """);
    }

    [Fact]
    public async Task More_references_than_are_taken_are_refused_and_shown_again()
    {
        var (authority, _) = await desk.Authority("Ministry of Few Things");
        using var coordinator = await SignedIn.As(desk.Site, Role.Coordinator);
        const string blank = "/workspace/recommendations/new";
        (string, string)[] typed = [("titles.en", "Read all of it"), ("authorityId", $"{authority}/"), .. Enumerable.Range(1, 41).Select(i => ($"evidence.{i}.title", $"Paper {i} of many"))];
        var refused = await coordinator.Post(blank, blank, typed);
        Assert.Contains("href=\"#evidence\"", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"Paper 41 of many\"", refused, StringComparison.Ordinal);
        Assert.StartsWith("/workspace/recommendations/", await coordinator.Post(blank, blank, typed[..^1]), StringComparison.Ordinal);
    }

    private async Task<JsonElement> Content(string thing) => (await desk.Coordinator.Get($"/{thing}")).Json.GetProperty("content");
}
