using System.Net;
using System.Net.Sockets;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>The whole platform on a private database with the demonstration network, and a real browser in front of it.</summary>
public class RunningPlatform : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("advocacy-browser-").FullName;
    private Platform? platform;
    private IPlaywright? playwright;
    private IBrowser? browser;

    private readonly Lock touring = new();
    private Task<(SortedDictionary<string, string> Office, SortedDictionary<string, string> Corner)>? pages;

    internal Complaints Complaints { get; } = new();

    internal IServiceProvider Services => platform!.App.Services;

    public Uri Address { get; } = new($"http://localhost:{FreePort()}");

    public virtual async ValueTask InitializeAsync()
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

    /// <summary>One address of each kind of page, and of those with several faces each: as an administrator finds them, and as a member does. Walked once.</summary>
    public Task<(SortedDictionary<string, string> Office, SortedDictionary<string, string> Corner)> Pages()
    {
        lock (touring) return pages ??= Stage.Set(this);
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
        await page.Arrives(role == Role.Member ? "**/members" : "**/workspace");
        return page;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (platform is not null) await platform.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected virtual bool Prints => false;

    protected virtual void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.AddProvider(Complaints);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Advocacy:DataDirectory"] = Path.Combine(folder, "data"),
            ["Advocacy:PublicUrl"] = Address.AbsoluteUri,
            ["Advocacy:Pdf:Program"] = Prints ? null : "none", // another browser takes seconds to start
            ["Advocacy:Limits:PerSecond:sms"] = Screenshots.Kept ? "20" : null, // slow enough to be photographed
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
