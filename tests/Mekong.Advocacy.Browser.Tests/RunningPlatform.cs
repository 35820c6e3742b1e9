using System.Net;
using System.Net.Sockets;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>The whole platform on a private database with the demonstration network, and a real browser in front of it.</summary>
public sealed class RunningPlatform : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("advocacy-browser-").FullName;
    private Platform? platform;
    private IPlaywright? playwright;
    private IBrowser? browser;

    private readonly Lock touring = new();
    private Task<SortedDictionary<string, string>>? pages;

    public Uri Address { get; } = new($"http://localhost:{FreePort()}");

    public async ValueTask InitializeAsync()
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        if (Chromium.Path is null) return;
        platform = await Platform.Open(ProcessRole.All, ["--environment", "Development"], CancellationToken.None, Configure);
        platform.App.Urls.Add(Address.AbsoluteUri);
        await platform.Start(CancellationToken.None);
        await using var scope = platform.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoNetwork>().LoadOnce(CancellationToken.None);
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.Launch(playwright);
    }

    /// <summary>One address of each kind of page, as an administrator finds them; walked once.</summary>
    public Task<SortedDictionary<string, string>> Pages()
    {
        lock (touring) return pages ??= Walk();
    }

    private async Task<SortedDictionary<string, string>> Walk()
    {
        var page = await Open(1280, "reader@example.org", Role.Admin);
        await using var scope = platform!.App.Services.CreateAsyncScope();
        var stages = await Stages.Prepare(scope.ServiceProvider, CancellationToken.None);
        var optOut = "/u/" + scope.ServiceProvider.GetRequiredService<Links>().Token(Links.OptOut, 1);
        var found = await Tour.Of(page, ["/workspace", $"/workspace/alerts/{stages.Sent}", "/", "/sign-in", optOut, .. await PublicStage.Prepare(scope.ServiceProvider, CancellationToken.None)]);
        foreach (var id in new[] { stages.Waiting, stages.SentBack, stages.Released }) found[$"/workspace/alerts/{id}"] = $"/workspace/alerts/{id}";
        foreach (var id in await scope.ServiceProvider.GetRequiredService<ITables>().Query<Guid>("select id from advocacy.organisations where standing <> 'Member'", null, CancellationToken.None))
            found[$"/workspace/organisations/{id}"] = $"/workspace/organisations/{id}";
        found["/nothing-here"] = "/nothing-here";
        return found;
    }

    /// <summary>A page on a screen this wide, signed in by a one-time link when an account is named.</summary>
    public async Task<IPage> Open(int width, string? account = null, string? role = null, string language = "en", bool scripts = true)
    {
        if (browser is null) Assert.Skip("Chromium is not installed.");
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, BaseURL = Address.AbsoluteUri, Locale = language, JavaScriptEnabled = scripts });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        if (account is null) return page;
        await using var scope = platform!.App.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
        await page.GotoAsync((await desk.OneTimeLink(await desk.Ensure(account, role ?? Role.Coordinator))).PathAndQuery);
        await page.Locator("main button").ClickAsync();
        await page.Arrives("**/workspace");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (platform is not null) await platform.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private void Configure(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Advocacy:DataDirectory"] = Path.Combine(folder, "data"),
        ["Advocacy:PublicUrl"] = Address.AbsoluteUri,
        ["Advocacy:Limits:PerSecond:sms"] = Screenshots.Kept ? "20" : null, // slow enough to be photographed
    });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
