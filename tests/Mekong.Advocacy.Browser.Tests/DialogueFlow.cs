using System.Globalization;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>What a coordinator has written down.</summary>
/// <param name="Steps">Next steps: of the member with an account, of the one without, and before the forum.</param>
internal sealed record RecordedDialogue(Guid Dialogue, Guid Commitment, Guid Forum, IReadOnlyList<Guid> Steps);

/// <summary>At a desk, by the forms alone: a dialogue with three recommendations, a promise before a forum, three next steps of two members.</summary>
internal sealed class DialogueFlow(JointPlatform platform)
{
    public const string Account = DemoNetwork.Member, WithoutAccount = "tonle-workers-circle@example.org", Words = "Before the forum every clinic at the border will accept the card.";

    public async Task<RecordedDialogue> Record()
    {
        await (await platform.Open(360, Account, Role.Member, "km")).Context.CloseAsync(); // from now on this officer has an account
        var page = await platform.Open(1100, DemoNetwork.Coordinator);
        var dialogue = await Dialogue(page);
        foreach (var title in new[] { "Voting stations abroad", "Cards at the border", "School in the same week" }) await Recommendation(page, dialogue, title);
        await Expect(page.Locator("main a[href*='/recommendations/']:has-text('R-')")).ToHaveCountAsync(3);
        var commitment = await Commitment(page, dialogue);
        var today = DateOnly.FromDateTime(platform.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddHours(7).DateTime);
        Guid[] steps =
        [
            await Step(page, commitment, "Ask which clinics have signed", "Homeward Cambodia", "date", today.AddDays(16)),
            await Step(page, commitment, "Call the provincial office", "Tonle Workers", "working-days", today),
            await Step(page, commitment, "Prepare the question for the plenary", "Homeward Cambodia", "forum", null),
        ];
        var forum = (await platform.Services.GetRequiredService<ITables>().Query<Guid>("select id from advocacy.forums", null, CancellationToken.None))[0];
        return new(dialogue, commitment, forum, steps);
    }

    private async Task<Guid> Dialogue(IPage page)
    {
        await page.GotoAsync("/workspace/dialogues/new");
        var yesterday = platform.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var (field, typed) in new[] { ("titles.en", "Voices from home, the second evening"), ("begins", $"{yesterday}T09:00"), ("ends", $"{yesterday}T11:00"), ("place", "Phnom Penh, the old cinema") })
            await page.Locator($"[id='{field}']").FillAsync(typed);
        await Choose(page, "authorities.1", "Secretary of State");
        await Choose(page, "forumId", "Regional labour forum");
        await Save(page, "dialogues");
        foreach (var handler in new[] { "Confirm", "Hold" }) await page.Locator($"form[action*='handler={handler}'] button").ClickAsync();
        await page.Locator("[id='minute.minutes.en']").FillAsync("The Secretary of State answered each question.");
        await page.Locator("form[action*='handler=Minute'] button").ClickAsync();
        await Expect(page.Locator("main pre", new() { HasText = "answered each question" }).First).ToBeAttachedAsync();
        return Id(page);
    }

    private static async Task Recommendation(IPage page, Guid dialogue, string title)
    {
        await page.GotoAsync("/workspace/recommendations/new");
        await page.Locator("[id='titles.en']").FillAsync(title);
        await page.Locator("[id='texts.en']").FillAsync($"{title}, for everybody who asks.");
        await Choose(page, "authorityId", "Secretary of State");
        await Save(page, "recommendations");
        await page.GotoAsync($"/workspace/dialogues/{dialogue}");
        await page.Locator("summary:has(+ form[action*='handler=Present'])").ClickAsync();
        await Choose(page, "present.recommendationId", title);
        await page.Locator("form[action*='handler=Present'] button").ClickAsync();
        await Expect(page.Locator("main .rows", new() { HasText = title }).First).ToBeVisibleAsync();
    }

    private static async Task<Guid> Commitment(IPage page, Guid dialogue)
    {
        await page.GotoAsync($"/workspace/commitments/new?dialogue={dialogue}");
        await Choose(page, "postId", "Secretary of State");
        await page.Locator("#words").FillAsync(Words);
        await page.Locator("[id='source.url']").FillAsync("https://example.org/recordings/second-evening");
        await page.Locator("label:has-text('Cards at the border') input[name=recommendations]").CheckAsync();
        await page.Locator("input[name='due.kind'][value=Forum]").CheckAsync();
        await page.Locator("[id='due.daysBefore']").FillAsync("7");
        await Choose(page, "due.forumId", "Regional labour forum");
        await Save(page, "commitments");
        return Id(page);
    }

    private static async Task<Guid> Step(IPage page, Guid commitment, string step, string owner, string rule, DateOnly? day)
    {
        await page.GotoAsync($"/workspace/follow-ups/new?about=commitment:{commitment}");
        await page.Locator("#step").FillAsync(step);
        await Choose(page, "owner", owner);
        await page.Locator($"input[name=Rule][value={rule}]").CheckAsync();
        if (rule == "date") await page.Locator("#date").FillAsync($"{day:yyyy-MM-dd}");
        if (rule == "working-days") await page.Locator("#after").FillAsync($"{day:yyyy-MM-dd}");
        if (rule == "forum") await Choose(page, "forum", "Regional labour forum");
        await Save(page, "follow-ups");
        return Id(page);
    }

    private static async Task Choose(IPage page, string select, string label)
    {
        var option = page.Locator($"[id='{select}'] option", new() { HasText = label }).First;
        await page.Locator($"[id='{select}']").SelectOptionAsync((await option.GetAttributeAsync("value"))!);
    }

    /// <summary>To the page of what was written, whose address ends in its id.</summary>
    private static async Task Save(IPage page, string room)
    {
        await page.Locator("form.write p.actions button").ClickAsync();
        await Expect(page.Locator("body > footer")).ToBeVisibleAsync();
        try { await Expect(page).ToHaveURLAsync(new Regex($"/workspace/{room}/[0-9a-f-]{{36}}$"), new() { Timeout = 20_000 }); }
        catch (PlaywrightException e) { throw new InvalidOperationException($"Not saved: {await page.Locator("main").InnerTextAsync()}", e); }
    }

    private static Guid Id(IPage page) => Guid.Parse(new Uri(page.Url).Segments[^1].Trim('/'));
}
