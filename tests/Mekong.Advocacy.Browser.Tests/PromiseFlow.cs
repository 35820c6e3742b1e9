using System.Globalization;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>The forum is put off and everything follows; then one shows what became of the promise, another looks at it, and everybody can see it.</summary>
internal sealed class PromiseFlow(JointPlatform platform, RecordedDialogue recorded)
{
    private readonly ITables tables = platform.Services.GetRequiredService<ITables>();

    public async Task Run()
    {
        var coordinator = await platform.Open(1100, DemoNetwork.Coordinator);
        await Postpone(coordinator);
        await Show(coordinator);
        await Agree();
        await See();
    }

    private async Task Postpone(IPage page)
    {
        var (promise, step) = (await Due("commitments", recorded.Commitment), await Due("follow_ups", recorded.Steps[2]));
        await page.GotoAsync($"/workspace/forums/{recorded.Forum}");
        await page.Locator("summary:has(+ form[action*='handler=Move'])").ClickAsync();
        foreach (var field in new[] { "from", "until" })
        {
            var day = DateOnly.Parse(await page.Locator($"[id='move.{field}']").InputValueAsync(), CultureInfo.InvariantCulture);
            await page.Locator($"[id='move.{field}']").FillAsync($"{day.AddDays(28):yyyy-MM-dd}");
        }
        await page.Locator("[id='move.reason']").FillAsync("The host asked for it.");
        await page.Locator("form[action*='handler=Move'] button").ClickAsync();
        for (var tries = 0; (await Due("commitments", recorded.Commitment), await Due("follow_ups", recorded.Steps[2])) != (promise.AddDays(28), step.AddDays(28)); tries++)
        {
            Assert.True(tries < 200, "What hangs on the forum never follows");
            await Task.Delay(100);
        }
        await page.GotoAsync($"/workspace/commitments/{recorded.Commitment}");
        await Expect(page.Locator("main .facts", new() { HasText = $"{promise.AddDays(28):yyyy-MM-dd}" })).ToBeVisibleAsync();
    }

    private static async Task Show(IPage page)
    {
        await page.Locator("summary:has(+ form[action*='handler=Propose'])").ClickAsync();
        await page.Locator("[id='propose.status']").SelectOptionAsync("Kept");
        await page.Locator("[id='propose.note']").FillAsync("All nine clinics confirmed by telephone.");
        await page.Locator("[id='propose.evidence'] summary").First.ClickAsync();
        await page.Locator("[id='propose.evidence.1.title']").FillAsync("The circular to clinics");
        await page.Locator("[id='propose.evidence.1.url']").FillAsync("https://example.org/circular");
        await page.Locator("form[action*='handler=Propose'] button[type=submit]").Last.ClickAsync();
        await Expect(page.Locator("main .note", new() { HasText = "second person" }).Or(page.Locator("main section.sheet")).First).ToBeVisibleAsync();
        await Expect(page.Locator("form[action*='handler=Review']")).ToHaveCountAsync(0); // not by whoever showed it
    }

    private async Task Agree()
    {
        var approver = await platform.Open(360, DemoNetwork.Approver, Role.Approver);
        await approver.GotoAsync($"/workspace/commitments/{recorded.Commitment}");
        await approver.Locator("form[action*='handler=Review'] button[value=true]").ClickAsync();
        await Expect(approver.Locator("form[action*='handler=Review']")).ToHaveCountAsync(0);
    }

    private async Task See()
    {
        var number = (await tables.Query<int>("select number from advocacy.commitments where id = @Commitment", new { recorded.Commitment }, CancellationToken.None))[0];
        var visitor = await platform.Open(360, scripts: false);
        await visitor.GotoAsync("/en/tracker");
        await visitor.Locator($"main a[href='/en/tracker/c/{number}']").ClickAsync();
        await Expect(visitor.Locator("main .chip.good")).ToContainTextAsync("kept");
        await Expect(visitor.Locator("main blockquote")).ToContainTextAsync(DialogueFlow.Words);
        await Expect(visitor.Locator("main a[href='https://example.org/circular']")).ToBeVisibleAsync();
        Assert.DoesNotContain("telephone", await visitor.ContentAsync(), StringComparison.Ordinal);
    }

    private async Task<DateOnly> Due(string table, Guid id) => (await tables.Query<Day>($"select due_on as on_day from advocacy.{table} where id = @id", new { id }, CancellationToken.None))[0].OnDay;

    private sealed record Day(DateOnly OnDay);
}
