using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>
/// Looks at a page once and says what is wrong with it. English and Burmese (the tallest script, the longest words) stand for all where the language makes
/// no difference: barriers, weight, and the width of a desk. On a phone every page is looked at in every language: that is where words do not fit.
/// </summary>
internal sealed partial class PageEye(Uri site, string language)
{
    private const int Phone = 360, Desk = 1280, Heaviest = 60 * 1024;

    /// <summary>The language it says it is in, and the first element that reaches beyond the screen though nothing around it scrolls.</summary>
    private const string Looks = """
        [document.documentElement.lang, document.documentElement.scrollWidth <= innerWidth ? '' :
          [...document.querySelectorAll('main *, header *')].filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll, .rooms')).map(e => e.outerHTML.slice(0, 120))[0] ?? 'the page']
        """;

    private static readonly ConcurrentDictionary<string, Task<long>> Sheets = new();

    public bool Thorough { get; } = language is "en" or "my";

    public ConcurrentBag<string> Faults { get; } = [];

    /// <summary>Takes addresses from the queue until there are none: several pages can share it.</summary>
    public async Task Read(IPage page, ConcurrentQueue<string> paths)
    {
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) Faults.Add($"{page.Url} asks for {request.Url}");
        };
        while (paths.TryDequeue(out var path)) await Look(page, path);
    }

    private async Task Look(IPage page, string path)
    {
        if (Thorough) await page.SetViewportSizeAsync(Phone, 800);
        var answer = await page.GotoAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
        await Fits(page, path, Phone);
        if (Thorough)
        {
            foreach (var found in await Axe.Violations(page, language == "en" ? "all" : "no-contrast")) Faults.Add($"{path} on a phone: {found}");
            if (await Weight(page, answer!) is > Heaviest and var bytes) Faults.Add($"{path} weighs {bytes} bytes");
        }
        if (!Thorough) return;
        await page.SetViewportSizeAsync(Desk, 800);
        await Fits(page, path, Desk);
        foreach (var found in await Axe.Violations(page, "layout")) Faults.Add($"{path} on a desk: {found}");
    }

    private async Task Fits(IPage page, string path, int width)
    {
        var (tongue, wide) = await page.EvaluateAsync<string[]>(Looks) is [var said, var found] ? (said, found) : ("", "");
        if (tongue != language) Faults.Add($"{path} is not in {language}");
        if (wide.Length > 0) Faults.Add($"{path} at {width}: {wide}");
        await Screenshots.Look(page, $"{language}{path.Split('?')[0].Replace('/', '_')}-{width}");
    }

    /// <summary>The page and its looks as they travel; scripts and pictures are the same for all and kept.</summary>
    private static async Task<long> Weight(IPage page, IResponse answer)
    {
        var html = await answer.TextAsync();
        var weight = Zipped(html);
        foreach (Match sheet in Sheet().Matches(html))
            weight += await Sheets.GetOrAdd(sheet.Groups[1].Value, async path => Zipped(await (await page.Context.APIRequest.GetAsync(path)).TextAsync()));
        return weight;
    }

    private static long Zipped(string text)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(Encoding.UTF8.GetBytes(text));
        return zipped.Length;
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex Sheet();
}
