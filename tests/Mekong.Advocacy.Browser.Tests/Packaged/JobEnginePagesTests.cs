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
        await page.Arrives("**/operations/hangfire");
        foreach (var room in new[] { "Jobs", "Retries", "Recurring Jobs", "Servers" })
        {
            await page.Locator(".navbar").GetByRole(AriaRole.Link, new() { Name = room }).ClickAsync();
            await Assertions.Expect(page.Locator("h1")).Not.ToBeEmptyAsync();
            await Screenshots.Look(page, $"hangfire-{room.Replace(' ', '-')}");
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
        var answer = await page.Context.APIRequest.GetAsync("/operations/hangfire");
        Assert.Contains(answer.Status, new[] { 403, 404 });
    }
}
