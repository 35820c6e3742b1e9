using Mekong.Advocacy.Web.Kernel;
using Microsoft.Playwright;

namespace Mekong.Advocacy.Browser.Tests.Packaged;

/// <summary>Hangfire's own pages behind the platform's headers: found from the page of jobs, whole, and back again.</summary>
public sealed class JobEnginePagesTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    [Fact]
    public async Task An_administrator_walks_from_the_jobs_to_Hangfires_pages_and_back()
    {
        var page = await platform.Open(1024, "admin@example.org", Role.Admin);
        var complaints = new List<string>();
        page.Console += (_, said) => { if (said.Type is "error" or "warning") complaints.Add(said.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        page.Response += (_, answer) => { if (answer.Status >= 400) complaints.Add($"{answer.Url} answers {answer.Status}"); };

        await page.GotoAsync("/workspace/operations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Hangfire" }).ClickAsync();
        await Assertions.Expect(page.Locator("#wrap h1, .container h1").First).ToBeVisibleAsync();
        foreach (var room in new[] { "jobs/enqueued", "retries", "recurring", "servers" })
        {
            await page.Locator($".navbar a[href$=\"/{room}\"]").ClickAsync();
            await Assertions.Expect(page.Locator("h1")).Not.ToBeEmptyAsync();
            await Screenshots.Look(page, $"hangfire-{room.Replace('/', '-')}");
        }
        await page.Locator(".navbar").GetByRole(AriaRole.Link, new() { Name = "Back to site" }).ClickAsync();
        await page.Arrives("**/workspace/operations");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Nobody_else_is_shown_the_way()
    {
        var page = await platform.Open(1024, "coordinator@example.org");
        await page.GotoAsync("/workspace/operations");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Hangfire" })).ToHaveCountAsync(0);
        var answer = await page.Context.APIRequest.GetAsync("/operations/hangfire", new() { MaxRedirects = 0 });
        Assert.NotEqual(200, answer.Status);
        Assert.DoesNotContain("Hangfire", await answer.TextAsync(), StringComparison.Ordinal);
    }
}
