using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>
/// Waits for the page that a click leads to: for its address, and then for its last element. The browser's own "load" may pass unheard on a
/// busy machine when it comes at the very moment of asking.
/// </summary>
internal static class Arrival
{
    public static async Task Arrives(this IPage page, string address)
    {
        await page.WaitForURLAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator("body > footer")).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }
}
