using Mekong.Advocacy.Web.Kernel;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>The same way with Tab, Space, Enter and letters: no pointer touches the page, and no address is typed but the approver's.</summary>
internal sealed class KeyboardFlow(RunningPlatform platform)
{
    public async Task Run()
    {
        var coordinator = await platform.Open(1280, "keys@example.org");
        var approver = await platform.Open(1280, "second.keys@example.org", Role.Approver);
        await Press(coordinator, "main a[href='/workspace/alerts/new']", "Enter");
        await coordinator.Arrives("**/alerts/new");
        await Type(coordinator, "#name", "By keyboard");
        await Type(coordinator, "[id='texts.en.subject']", "Wages unpaid");
        await Type(coordinator, "[id='texts.en.body']", "Dear friend, write to the ministry.");
        await Type(coordinator, "[id='texts.en.sms']", "Wages unpaid. Write.");
        await Press(coordinator, "form.write button[type=submit]", "Enter");
        await coordinator.Arrives("**/audience");
        await Press(coordinator, "input[name='Choice.Countries'][value='LA']", "Space");
        await Press(coordinator, "form[method=post] > .actions button", "Enter");
        await coordinator.Arrives("**/check");
        var alert = coordinator.Url[..coordinator.Url.LastIndexOf('/')];
        await Press(coordinator, "form[action*='handler=RequestApproval'] button", "Enter");
        await Expect(coordinator.Locator("main .chip", new() { HasText = "◐" }).First).ToBeVisibleAsync();

        await approver.GotoAsync($"{alert}/approve");
        await Press(approver, "form:not([action*='SendBack']) > input[name='contentHash'] ~ button", "Enter");
        await approver.Arrives(alert);

        await coordinator.GotoAsync(alert);
        await Press(coordinator, "form[action*='handler=Schedule'] button", "Enter");
        await Expect(coordinator.Locator("main .chip", new() { HasText = "●" }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Press(coordinator, "main a[href$='/report']", "Enter");
        await coordinator.Arrives("**/report");
    }

    private static async Task Type(IPage page, string selector, string text)
    {
        await Reach(page, selector);
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task Press(IPage page, string selector, string key)
    {
        await Reach(page, selector);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Tabs on until the element has the focus, which must be visible as such.</summary>
    private static async Task Reach(IPage page, string selector)
    {
        for (var tabs = 0; tabs < 150; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (reached, shown) = await Focus(page, selector);
            if (!reached) continue;
            Assert.True(shown, $"{selector} does not show its focus");
            return;
        }
        Assert.Fail($"No Tab leads to {selector} on {page.Url}");
    }

    /// <summary>Whether the element has the focus, and whether one sees it. On a page that is just being left nothing has.</summary>
    private static async Task<(bool Reached, bool Shown)> Focus(IPage page, string selector)
    {
        try
        {
            var found = await page.EvaluateAsync<bool[]>("""
                selector => {
                  const element = document.activeElement, style = getComputedStyle(element);
                  return [element.matches(selector), style.outlineStyle !== 'none' || style.boxShadow !== 'none'];
                }
                """, selector);
            return (found[0], found[1]);
        }
        catch (PlaywrightException e) when (e.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            await Expect(page.Locator("body > footer")).ToBeVisibleAsync();
            return (false, false);
        }
    }
}
