using Mekong.Advocacy.Web.Kernel;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>One alert from an empty page to its report, by a coordinator and an approver. It names no words, so it goes in any language.</summary>
internal sealed class DeskFlow(RunningPlatform platform, string language, bool scripts)
{
    private const int Phone = 360;

    private static readonly Dictionary<string, (string Subject, string Body, string Sms)> Texts = new()
    {
        ["en"] = ("Wages unpaid: write today", "Dear {{name}},\n\n**Write** to the ministry by Friday.\n\n[Write now](https://example.org/write)", "Wages unpaid. Write to the ministry by Friday."),
        ["km"] = ("ប្រាក់ឈ្នួលមិនទាន់បើក", "ជម្រាបសួរ {{name}}\n\nសូមសរសេរទៅក្រសួងត្រឹមថ្ងៃសុក្រ។", "ប្រាក់ឈ្នួលមិនទាន់បើក។ សូមសរសេរទៅក្រសួង។"),
        ["my"] = ("လုပ်ခ မရသေးပါ", "မင်္ဂလာပါ {{name}}\n\nသောကြာနေ့ နောက်ဆုံးထား၍ စာရေးပါ။", "လုပ်ခ မရသေးပါ။ စာရေးပါ။"),
    };

    public async Task Run()
    {
        var coordinator = await platform.Open(Phone, $"writes.{language}@example.org", Role.Coordinator, language, scripts);
        var approver = await platform.Open(Phone, $"approves.{language}@example.org", Role.Approver, language, scripts);
        await Write(coordinator);
        var alert = await Choose(coordinator);
        await coordinator.Locator("form[action*='handler=RequestApproval'] button").ClickAsync();
        await Approve(approver, alert);
        await Send(coordinator, alert);
        await coordinator.GotoAsync($"{alert}/report");
        await Expect(coordinator.Locator("main svg").First).ToBeVisibleAsync();
        await Expect(coordinator.Locator("main section.scroll table").First).ToBeVisibleAsync(); // each picture has its table
    }

    private async Task Write(IPage page)
    {
        await page.Locator("main a[href='/workspace/alerts/new']").ClickAsync();
        await page.Locator("#name").FillAsync($"Wages unpaid ({language})");
        foreach (var (code, text) in Texts)
        {
            if (code != "en") await page.Locator($"[id='texts.{code}'] > summary").ClickAsync();
            await page.Locator($"[id='texts.{code}.subject']").FillAsync(text.Subject);
            await page.Locator($"[id='texts.{code}.body']").FillAsync(text.Body);
            await page.Locator($"[id='texts.{code}.sms']").FillAsync(text.Sms);
        }
        await page.Locator("form.write .actions button").Last.ClickAsync();
        await page.Arrives("**/audience");
    }

    /// <summary>Cambodia and Myanmar only. Leaves the page on the check; the alert's address.</summary>
    private static async Task<string> Choose(IPage page)
    {
        await page.Locator("input[name='Choice.Countries'][value='KH']").CheckAsync();
        await page.Locator("input[name='Choice.Countries'][value='MM']").CheckAsync();
        await page.Locator("form[method=post] > .actions button").First.ClickAsync();
        await page.Arrives("**/check");
        await Expect(page.Locator("main table").First).ToBeVisibleAsync();
        return page.Url[..page.Url.LastIndexOf('/')];
    }

    private static async Task Approve(IPage page, string alert)
    {
        await page.GotoAsync($"{alert}/approve");
        await Expect(page.Locator("main [lang=km]").First).ToBeVisibleAsync();
        await page.Locator("form:not([action*='SendBack']) > input[name='contentHash'] ~ button").First.ClickAsync();
        await page.Arrives(alert);
    }

    /// <summary>With scripts the page tells by itself when all is done; without them the reader asks again.</summary>
    private async Task Send(IPage page, string alert)
    {
        await page.GotoAsync(alert);
        await page.Locator("form[action*='handler=Schedule'] button").First.ClickAsync();
        var finished = page.Locator("main .chip", new() { HasText = "●" }).First;
        if (scripts) await Expect(finished).ToBeVisibleAsync(new() { Timeout = 60_000 });
        for (var tries = 0; !scripts && !await finished.IsVisibleAsync(); tries++)
        {
            Assert.True(tries < 120, "The alert did not end.");
            await page.WaitForTimeoutAsync(500);
            await page.GotoAsync(alert);
        }
    }
}
