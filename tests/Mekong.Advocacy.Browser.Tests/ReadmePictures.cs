using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Kernel;
using static Microsoft.Playwright.Assertions;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>Compose, forecast, progress and report of a demonstration alert, on a desk.</summary>
internal sealed class ReadmePictures(RunningPlatform platform)
{
    private const string Name = "Call to prepare the regional labour forum";

    public async Task Take()
    {
        var coordinator = await platform.Open(1100, DemoNetwork.Coordinator);
        var approver = await platform.Open(1100, DemoNetwork.Approver, Role.Approver);
        await coordinator.GotoAsync("/workspace/alerts");
        await coordinator.Locator("main .rows a", new() { HasText = Name }).First.ClickAsync();
        var alert = coordinator.Url;
        await coordinator.GotoAsync($"{alert}/write");
        await coordinator.Locator("[id='texts.km'] > summary").ClickAsync();
        await Screenshots.Keep(coordinator, "compose", 1250);
        await coordinator.GotoAsync($"{alert}/check");
        await coordinator.Locator("#forecast").ScrollIntoViewIfNeededAsync();
        await Screenshots.Of(coordinator.Locator("#forecast"), "forecast");
        await approver.GotoAsync($"{alert}/approve");
        await approver.Locator("form:not([action*='SendBack']) > input[name='contentHash'] ~ button").First.ClickAsync();
        await approver.Arrives(alert);
        await coordinator.GotoAsync(alert);
        await coordinator.Locator("form[action*='handler=Schedule'] button").First.ClickAsync();
        await Expect(coordinator.Locator("main progress, main .bar").First).ToBeVisibleAsync();
        await Screenshots.Keep(coordinator, "progress", 900);
        await Expect(coordinator.Locator("main .chip", new() { HasText = "●" }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await coordinator.GotoAsync($"{alert}/report");
        await Screenshots.Keep(coordinator, "report", 1400);
    }
}
