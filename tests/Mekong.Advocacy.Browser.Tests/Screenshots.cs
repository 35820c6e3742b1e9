using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>Pictures of pages: always taken, kept in the source tree only when ADVOCACY_PICTURES says so.</summary>
internal static class Screenshots
{
    internal static readonly bool Kept = Environment.GetEnvironmentVariable("ADVOCACY_PICTURES") is { Length: > 0 };

    /// <summary>The top of the page, as tall as two screens of a phone.</summary>
    public static async Task Keep(IPage page, string name, int height = 1600, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "Screenshots", $"{name}.png");
        await page.SetViewportSizeAsync(page.ViewportSize!.Width, height);
        var picture = await page.ScreenshotAsync(new() { Path = Kept ? file : null, Animations = ScreenshotAnimations.Disabled });
        Assert.True(picture.Length > 10_000, $"{name} shows nothing");
    }

    /// <summary>The page down to some screens, for somebody to look at: into the folder that ADVOCACY_LOOK names, and only what fits ADVOCACY_LOOK_AT ("^(en|km)_workspace_statements").</summary>
    public static async Task Look(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ADVOCACY_LOOK") is not { Length: > 0 } folder) return;
        if (!Regex.IsMatch(name, Environment.GetEnvironmentVariable("ADVOCACY_LOOK_AT") ?? "")) return;
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        await page.SetViewportSizeAsync(width, await page.EvaluateAsync<int>("Math.min(2600, document.documentElement.scrollHeight)"));
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        await page.SetViewportSizeAsync(width, height);
    }

    public static async Task Of(ILocator part, string name, [CallerFilePath] string here = "")
    {
        var picture = await part.ScreenshotAsync(new() { Path = Kept ? Path.Combine(Path.GetDirectoryName(here)!, "Screenshots", $"{name}.png") : null, Animations = ScreenshotAnimations.Disabled });
        Assert.True(picture.Length > 10_000, $"{name} shows nothing");
    }
}
