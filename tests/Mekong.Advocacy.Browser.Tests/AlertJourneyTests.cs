using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>What a coordinator and an approver do with an alert, in a browser without scripts of ours.</summary>
public sealed class AlertJourneyTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    private const int Phone = 360, Desk = 1200;

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_says_what_is_wrong_at_the_field()
    {
        var page = await platform.Open(Desk, DemoNetwork.Coordinator);
        await page.GotoAsync("/workspace/alerts/new");
        await page.GetByLabel("Name for the office").FillAsync("Night shift");
        await page.Locator("[id='texts.en.body']").FillAsync("Hello {{nmae}}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).First.ClickAsync();
        await Expect(page.Locator(".faults")).ToContainTextAsync("{{nmae}} is not a field");
        await Expect(page.GetByLabel("Name for the office")).ToHaveValueAsync("Night shift");
        await Expect(page.Locator("[id='texts.en.body']")).ToHaveValueAsync("Hello {{nmae}}");

        await page.Locator("[id='texts.en.body']").FillAsync("Hello {{name}}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).First.ClickAsync();
        await page.Arrives("**/audience");
        await page.GotoAsync(page.Url.Replace("/audience", "/check", StringComparison.Ordinal));
        await Expect(page.Locator("h1")).ToHaveTextAsync("Night shift");
    }

    [Fact]
    public async Task An_author_is_told_why_they_may_not_approve()
    {
        var both = await platform.Open(Desk, "both@example.org", Role.Admin);
        await both.GotoAsync("/workspace/alerts/new");
        await both.GetByLabel("Name for the office").FillAsync("My own");
        foreach (var field in new[] { "subject", "body", "sms" }) await both.Locator($"[id='texts.en.{field}']").FillAsync("Read the paper");
        await both.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).First.ClickAsync();
        await both.Arrives("**/audience");
        await both.GotoAsync(both.Url.Replace("/audience", "/check", StringComparison.Ordinal));
        await both.GetByRole(AriaRole.Button, new() { Name = "Ask a second person" }).ClickAsync();
        await both.GetByText("Read and approve").ClickAsync();
        await Expect(both.Locator("main .note").First).ToContainTextAsync("A second person must approve it");
        await Expect(both.GetByRole(AriaRole.Button, new() { Name = "Approve exactly this" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_password_once_set_opens_the_door_and_a_wrong_one_or_a_stranger_gets_one_answer()
    {
        var page = await platform.Open(Phone, "password@example.org");
        await page.GotoAsync("/workspace/account");
        await page.Locator("#password").FillAsync("three quiet rivers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set password" }).ClickAsync();
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("Your password is set");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        foreach (var (email, password) in new[] { ("password@example.org", "three loud rivers"), ("stranger@example.org", "three quiet rivers") })
        {
            await SignIn(email, password);
            await Expect(page.Locator(".faults")).ToContainTextAsync("Address and password do not go together");
            await Expect(page.Locator("#email")).ToHaveValueAsync(email);
        }
        await SignIn("password@example.org", "three quiet rivers");
        await page.Arrives("**/workspace");

        async Task SignIn(string email, string password)
        {
            await page.GotoAsync("/sign-in");
            await page.Locator("#email").FillAsync(email);
            await page.Locator("#password").FillAsync(password);
            await page.Locator("main button").ClickAsync();
        }
    }

    [Fact]
    public async Task The_public_first_page_sets_no_cookie()
    {
        var page = await platform.Open(Phone);
        await page.GotoAsync("/");
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        Assert.Empty(await page.Context.CookiesAsync());
    }
}
