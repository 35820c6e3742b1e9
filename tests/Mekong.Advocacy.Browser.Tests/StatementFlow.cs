using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>The demonstration's statement from its draft to the closed list: four who sign by four ways, one who goes, one who objects.</summary>
internal sealed class StatementFlow(JointPlatform platform)
{
    private const int Phone = 360, Desk = 1100;
    private const string Draft = "main a:has-text('Wages of workers sent home')";
    private const string Market = "+66819001103", Second = "second.officer@example.org", Circle = "tonle-workers-circle@example.org";

    /// <summary>The statement's address in the workspace.</summary>
    public string Home { get; private set; } = "";

    public async Task Open()
    {
        var coordinator = await platform.Open(Phone, DemoNetwork.Coordinator);
        await Sees(coordinator, "/workspace", Draft);
        await coordinator.Locator(Draft).First.ClickAsync();
        await coordinator.Arrives("**/workspace/statements/*");
        Home = new Uri(coordinator.Url).AbsolutePath;
        await coordinator.Locator("form[action*='handler=Freeze'] button").ClickAsync();
        await Expect(coordinator.Locator("main details.sheet .chip.warning")).ToHaveCountAsync(4); // each waits for a second person

        var approver = await platform.Open(Phone, DemoNetwork.Approver, Role.Approver);
        await approver.Locator($"main a[href='{Home}']").First.ClickAsync();
        var approve = approver.Locator("form[action*='handler=Approve'] button");
        for (var left = 4; left > 0; left--) // three that are signed and one that helps to read
        {
            await Expect(approve).ToHaveCountAsync(left);
            await approve.First.ClickAsync();
        }
        await Sees(approver, Home, "main a[href$='/sign-ons']"); // it is open
    }

    public async Task Sign()
    {
        var coordinator = await platform.Open(Desk, DemoNetwork.Coordinator);
        await ByMember(DemoNetwork.Member);
        var circle = await ByMember(Circle);
        await ByPublicForm(coordinator);
        await OnPaper(coordinator);
        await ByText();
        await Withdraw(circle);
        await Object(coordinator);
        await coordinator.GotoAsync($"{Home}/sign-ons");
        await Expect(coordinator.Locator("main .rows li")).ToHaveCountAsync(5);
        await Expect(coordinator.Locator("main .rows .chip.good")).ToHaveCountAsync(3);
    }

    /// <summary>By the platform's own job, at its hour.</summary>
    public async Task Close()
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<StatementReads>().Row(Guid.Parse(Home.Split('/')[^1]), CancellationToken.None);
        platform.MoveTo(row!.ClosesAt!.Value + StatementReactions.Settling - TimeSpan.FromSeconds(1));
    }

    public static async Task Sees(IPage page, string path, string what)
    {
        for (var tries = 0; ; tries++)
        {
            await page.GotoAsync(path);
            if (await page.Locator(what).First.IsVisibleAsync()) return;
            Assert.True(tries < 60, $"{path} never shows {what}");
            await page.WaitForTimeoutAsync(250);
        }
    }

    private async Task<IPage> ByMember(string account)
    {
        var member = await platform.Open(Phone, account, Role.Member, "km");
        var waiting = member.Locator("main a[href*='/statements/']").First;
        await Expect(waiting).ToBeVisibleAsync();
        await waiting.ClickAsync();
        await Expect(member.Locator("main article[lang=km] h1")).ToBeVisibleAsync();
        await member.Locator("form[action*='handler=Sign'] button").ClickAsync();
        await Expect(member.Locator("main [role=status] code")).ToBeVisibleAsync(); // the receipt
        return member;
    }

    /// <summary>Counted only when a coordinator has called back.</summary>
    private async Task ByPublicForm(IPage coordinator)
    {
        var visitor = await platform.Open(Phone);
        await visitor.GotoAsync("/en/statements");
        await visitor.Locator("main .rows a").First.ClickAsync();
        await visitor.Locator("main a[href$='/sign']").First.ClickAsync();
        foreach (var (field, typed) in new[] { ("names.en", "River Kitchen Collective"), ("officer", "Nok"), ("capacity", "Chair"), ("email", "nok@example.com"), ("phone", "+66 81 900 2207") })
            await visitor.Locator($"form[action*='Organisation'] [id='{field}']").FillAsync(typed);
        await visitor.Locator("#country").SelectOptionAsync("TH");
        await visitor.Locator("form[action*='Organisation'] button").ClickAsync();
        await Expect(visitor.Locator("main [role=status]")).ToContainTextAsync("Thank you");

        await coordinator.GotoAsync($"{Home}/sign-ons");
        var waiting = coordinator.Locator("main .rows li", new() { HasText = "River Kitchen" });
        await Expect(waiting.Locator(".chip.warning")).ToBeVisibleAsync();
        await waiting.Locator("a").Last.ClickAsync();
        await coordinator.Locator("main a[href*='/organisations/']").ClickAsync();
        await coordinator.Locator("details:has(#means) > summary").ClickAsync();
        await coordinator.Locator("#means").SelectOptionAsync("CallBack");
        await coordinator.Locator("#source").FillAsync("The number in the register of foundations");
        await coordinator.Locator("form[action*='handler=Verify'] button").ClickAsync();
        await Sees(coordinator, $"{Home}/sign-ons", "main .rows li:has-text('River Kitchen') .chip.good");
    }

    private async Task OnPaper(IPage coordinator)
    {
        await coordinator.GotoAsync($"{Home}/sign-ons/paper");
        var officer = coordinator.Locator("#officer option", new() { HasText = "Golden Lamp" }).First;
        await coordinator.Locator("#officer").SelectOptionAsync((await officer.GetAttributeAsync("value"))!);
        await coordinator.Locator("#language").SelectOptionAsync("th");
        await coordinator.Locator("#capacity").FillAsync("Director");
        await coordinator.Locator("#evidence").SetInputFilesAsync(new FilePayload { Name = "sheet.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7\n"u8, .. new byte[500]] });
        await coordinator.Locator("main form button").Last.ClickAsync();
        await Expect(coordinator.Locator("main .rows li", new() { HasText = "Golden Lamp" }).Locator(".chip.good")).ToBeVisibleAsync();
    }

    private async Task ByText()
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<StatementReads>().Row(Guid.Parse(Home.Split('/')[^1]), CancellationToken.None);
        Assert.Matches("<Message>MMWA .*[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}</Message>", await platform.Text(Market, $"ENDORSE {row!.Number}"));
    }

    private static async Task Withdraw(IPage member)
    {
        await member.Locator("details:has(#withdraw) > summary").ClickAsync();
        await member.Locator("#withdraw").FillAsync("The board has met.");
        await member.Locator("form[action*='handler=Withdraw'] button").ClickAsync();
        await Expect(member.Locator("#withdraw")).ToHaveCountAsync(0);
    }

    /// <summary>Somebody else of the same organisation, entered by the coordinator, does not agree.</summary>
    private async Task Object(IPage coordinator)
    {
        await coordinator.GotoAsync("/workspace/organisations?search=HWC");
        await coordinator.Locator("main .rows a", new() { HasText = "Homeward" }).First.ClickAsync();
        await coordinator.Locator("details:has(#email) > summary").ClickAsync();
        foreach (var (field, typed) in new[] { ("name", "Mony"), ("capacity", "Chair of the board"), ("email", Second) }) await coordinator.Locator($"#{field}").FillAsync(typed);
        await coordinator.Locator("form[action*='handler=FocalPoint'] button").ClickAsync();
        await Expect(coordinator.Locator("#focal-points ~ .rows li", new() { HasText = "Mony" }).First).ToBeVisibleAsync();

        var second = await platform.Open(Phone, Second, Role.Member);
        await second.Locator("main a[href*='/statements/']").First.ClickAsync();
        await second.Locator("details:has(#object) > summary").ClickAsync();
        await second.Locator("#object").FillAsync("The board was not asked.");
        await second.Locator("form[action*='handler=Object'] button").ClickAsync();
        await Expect(second.Locator("main [role=status]")).ToContainTextAsync("Objected to");
    }
}
