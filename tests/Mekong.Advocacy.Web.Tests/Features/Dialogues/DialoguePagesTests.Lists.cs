using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Alerts;
using Microsoft.Extensions.DependencyInjection;
using static Mekong.Advocacy.Web.Tests.Features.Dialogues.DialogueDesk;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Dialogues;

public sealed partial class DialoguePagesTests
{
    [Fact]
    public async Task Lists_are_narrowed_by_where_things_stand_by_country_and_by_authority()
    {
        var ((near, post), (far, farPost)) = (await desk.Authority("Ministry of Rice"), await desk.Authority("Ministry of Rivers", "LA"));
        var (held, planned) = (await desk.Dialogue(near, post), await desk.Dialogue(far, farPost));
        Done(await desk.Coordinator.Post($"/dialogues/{held}/hold", new { }));
        var (presented, made) = (await desk.Recommendation(near, "Plant rice"), await desk.Recommendation(far, "Free the river"));
        Made(await desk.Coordinator.Post($"/recommendations/{presented}/presentations", new { dialogueId = held }));
        var due = new { kind = "date", date = Text(desk.Day("KH", 40)) };
        var (rice, river) = (Made(await desk.Coordinator.Post("/commitments", desk.Promise(near, post, due))), Made(await desk.Coordinator.Post("/commitments", desk.Promise(far, farPost, due))));
        using var coordinator = await SignedIn.As(desk.Site, Role.Coordinator);

        foreach (var (room, state, none, ours, theirs) in new[] { ("dialogues", "stage=Held", "stage=Closed", held, planned), ("recommendations", "stage=Presented", "stage=Closed", presented, made), ("commitments", "status=Open", "status=Kept", rice, river) })
        {
            var list = $"/workspace/{room}?lang=en";
            await Shows($"{list}&authority={near}", [ours], [theirs]);
            await Shows($"{list}&{state}&authority={near}&country=", [ours], [theirs]);
            if (room != "dialogues") await Shows($"{list}&country=LA", [theirs], [ours]); // both took place in Phnom Penh
            var page = await Shows($"{list}&{none}&country=KH&authority={near}", [], [ours, theirs]);
            Assert.Contains($"No {room[..^1]} is like that.", page, StringComparison.Ordinal);
            foreach (var chosen in new[] { none.Split('=')[1], "KH", near.ToString() }) Assert.Matches($"value=\"{chosen}\"[^>]* selected", page);
            var country = room == "dialogues" ? "KH" : "LA";
            Assert.Contains(ours, Ids((await desk.Coordinator.Get($"/{room}?{state.ToLowerInvariant()}&authorityId={near}")).Json));
            Assert.DoesNotContain(ours, Ids((await desk.Coordinator.Get($"/{room}?authorityId={far}&country={country}")).Json));
            Assert.Contains(theirs, Ids((await desk.Coordinator.Get($"/{room}?authorityId={far}&country={country}")).Json));
        }

        async Task<string> Shows(string path, Guid[] shown, Guid[] hidden)
        {
            var page = await coordinator.Get(path);
            Assert.All(shown, id => Assert.Contains(id.ToString(), page[page.IndexOf("<ul class=\"rows\"", StringComparison.Ordinal)..], StringComparison.Ordinal));
            Assert.All(hidden, id => Assert.DoesNotContain(id.ToString(), page, StringComparison.Ordinal));
            return page;
        }
    }

    [Fact]
    public async Task A_long_list_is_turned_page_by_page_and_keeps_its_choice()
    {
        var (authority, post) = await desk.Authority("Ministry of Paper");
        await Task.WhenAll(Enumerable.Range(1, 51).Select(i => desk.Recommendation(authority, $"Sheet {i}")));
        using var coordinator = await SignedIn.As(desk.Site, Role.Coordinator);
        var first = await coordinator.Get($"/workspace/recommendations?stage=Made&authority={authority}&lang=en");
        var older = $"/workspace/recommendations?stage=Made&authority={authority}&at=2";
        Assert.Equal(50, Lines(first));
        Assert.Contains($"<a rel=\"next\" href=\"{older}\">Older →</a>", first, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", first, StringComparison.Ordinal);
        var second = await coordinator.Get(older);
        Assert.Equal(1, Lines(second));
        Assert.Contains($"<a rel=\"prev\" href=\"/workspace/recommendations?stage=Made&authority={authority}\">← Newer</a>", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);
        Assert.Contains("No recommendation is like that.", await coordinator.Get(older.Replace("at=2", "at=3", StringComparison.Ordinal)), StringComparison.Ordinal);

        var (reads, ct) = (desk.Site.Services.GetRequiredService<DialogueReads>(), TestContext.Current.CancellationToken);
        for (var i = 0; i < 2; i++)
        {
            await desk.Dialogue(authority, post);
            Made(await desk.Coordinator.Post("/commitments", desk.Promise(authority, post, new { kind = "date", date = Text(desk.Day("KH", 10 + i)) })));
        }
        var (dialogues, promises) = (await reads.Dialogues(new(AuthorityId: authority), ct), await reads.Commitments(new(AuthorityId: authority), ct));
        Assert.Equal(dialogues[1].Id, Assert.Single(await reads.Dialogues(new(AuthorityId: authority, Skip: 1, Most: 1), ct)).Id);
        Assert.Equal(promises[1].Id, Assert.Single(await reads.Commitments(new(AuthorityId: authority, Skip: 1, Most: 1), ct)).Id);

        int Lines(string page) => page.Split("<li><a href=\"/workspace/recommendations/").Length - 1;
    }

    private static IEnumerable<Guid> Ids(System.Text.Json.JsonElement list) => list.EnumerateArray().Select(one => one.GetProperty("id").GetGuid());
}
