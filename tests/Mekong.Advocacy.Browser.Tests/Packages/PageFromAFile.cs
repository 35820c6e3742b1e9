using Microsoft.Playwright;

namespace Mekong.Advocacy.Browser.Tests.Packages;

/// <summary>A page on the addressee's own disk, in a browser without a network.</summary>
public sealed class PageFromAFile : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    internal string Folder { get; } = Directory.CreateTempSubdirectory("advocacy-package-").FullName;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null) return;
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.Launch(playwright);
    }

    /// <summary>Fails the test when the page asks for anything or its script stumbles.</summary>
    internal async Task<IPage> Open(byte[] file, bool scripts = true, int width = 360)
    {
        if (browser is null) Assert.Skip("Chromium is not installed.");
        var path = Path.Combine(Folder, $"{Guid.NewGuid():N}.html");
        await File.WriteAllBytesAsync(path, file);
        var context = await browser.NewContextAsync(new() { Offline = true, JavaScriptEnabled = scripts, ViewportSize = new() { Width = width, Height = 800 } });
        var page = await context.NewPageAsync();
        page.Request += (_, request) => Assert.StartsWith("file:", request.Url, StringComparison.Ordinal);
        page.PageError += (_, error) => Assert.Fail(error);
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
