using System.IO.Compression;
using Mekong.Advocacy.Browser.Tests.Packages;
using Mekong.Advocacy.Web.Cli;
using Mekong.Advocacy.Web.Features.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>From the closed list to the office's answer; what was handed over is checked by both verifiers, whole and with one byte changed.</summary>
internal sealed class HandoverFlow(JointPlatform platform, PageFromAFile files, string home)
{
    public async Task Run()
    {
        var coordinator = await platform.Open(1100, DemoNetwork.Coordinator); // the sessions of three weeks ago have ended
        await StatementFlow.Sees(coordinator, home, "main a[href$='/delivery']");
        await coordinator.GotoAsync("/workspace");
        await coordinator.Locator($"main a[href='{home}/delivery']").First.ClickAsync();
        await Settle(coordinator);
        await coordinator.Locator("form[action*='handler=Make'] button").ClickAsync();
        var packages = coordinator.Locator("main a[href*='/packages/']");
        await Expect(packages).ToHaveCountAsync(2, new() { Timeout = 30_000 }); // one for each office, printed
        await Check(await Downloaded(coordinator, packages.First), await coordinator.Locator("main > p code").First.InnerTextAsync());
        await HandOver(coordinator);
    }

    /// <summary>While somebody objects nothing leaves.</summary>
    private async Task Settle(IPage coordinator)
    {
        await coordinator.Locator("form[action*='handler=Make'] button").ClickAsync();
        await Expect(coordinator.Locator(".faults")).ToBeVisibleAsync();
        await Expect(coordinator.Locator("main a[href*='/packages/']")).ToHaveCountAsync(0);
        await coordinator.Locator("main .note a[href$='/sign-ons']").ClickAsync();
        await coordinator.Locator("main .rows li:has(.chip.warning) a").First.ClickAsync();
        await coordinator.Locator("#lift").FillAsync("The board has agreed since.");
        await coordinator.Locator("form[action*='handler=Lift'] button").ClickAsync();
        await Expect(coordinator.Locator("#lift")).ToHaveCountAsync(0);
        await coordinator.GotoAsync($"{home}/delivery");
    }

    private static async Task<byte[]> Downloaded(IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return await File.ReadAllBytesAsync((await download.PathAsync())!);
    }

    private async Task Check(byte[] zip, string root)
    {
        var (json, page) = (In(zip, "package.json"), In(zip, "index.html"));
        Assert.Equal((0, true), await Verified(zip, root, "✓"));
        await Shows(page, ".right", "All right");

        var (changed, at) = ((byte[])json.Clone(), json.AsSpan().IndexOf("Golden Lamp"u8));
        changed[at] = (byte)'F';
        Assert.Equal((2, true), await Verified(changed, root, "Folden Lamp"));
        page[page.AsSpan().IndexOf(json) + at] = (byte)'F';
        Assert.Equal((2, true), await Verified(page, root, "Folden Lamp"));
        await Shows(page, "li", "Folden Lamp");
    }

    /// <summary>As ./ops/advocacy verify does; whether it said so.</summary>
    private async Task<(int Code, bool Said)> Verified(byte[] package, string root, string sentence)
    {
        var file = Path.Combine(files.Folder, $"{Guid.NewGuid():N}.package");
        await File.WriteAllBytesAsync(file, package);
        await using var said = new StringWriter();
        var code = await Verify.Verb().Parse([file, "--root", root]).InvokeAsync(new() { Output = said, Error = said });
        return (code, said.ToString().Contains(sentence, StringComparison.Ordinal));
    }

    private async Task Shows(byte[] html, string where, string sentence)
    {
        var page = await files.Open(html);
        await page.ClickAsync("#languages button[lang='en']");
        await page.ClickAsync("#check");
        await Expect(page.Locator($"#result {where}", new() { HasText = sentence }).First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>The first attempt fails and stays so; the second arrives, and is answered.</summary>
    private async Task HandOver(IPage coordinator)
    {
        foreach (var (arrived, reply) in new[] { ("false", "550 mailbox is full"), ("true", "250 2.0.0 queued as 4F1B") })
        {
            await coordinator.Locator("summary:has(+ form[action*='handler=Record'])").First.ClickAsync();
            await coordinator.Locator("#reply-labour-ministry").FillAsync(reply);
            await coordinator.Locator($"section:has(#reply-labour-ministry) button[name=arrived][value={arrived}]").ClickAsync();
            await Expect(coordinator.Locator("main", new() { HasText = reply })).ToBeVisibleAsync();
        }
        await Expect(coordinator.Locator("main .chip.danger")).ToHaveCountAsync(1);
        await coordinator.Locator("summary:has(+ form[action*='handler=Reply'])").First.ClickAsync();
        await coordinator.Locator("#summary-labour-ministry").FillAsync("They will open a desk for claims.");
        await coordinator.Locator("section:has(#summary-labour-ministry) form[action*='handler=Reply'] button").ClickAsync();
        await Expect(coordinator.Locator("main blockquote")).ToContainTextAsync("desk for claims");
        await coordinator.GotoAsync(home);
        await Expect(coordinator.Locator("main .chip.good").First).ToContainTextAsync("●");
    }

    private static byte[] In(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var to = new MemoryStream();
        using var entry = archive.GetEntry(name)!.Open();
        entry.CopyTo(to);
        return to.ToArray();
    }
}
