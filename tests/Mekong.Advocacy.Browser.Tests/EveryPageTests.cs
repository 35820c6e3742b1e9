using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Playwright;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>What must be true of every page there is, in every language: no barrier, nothing too wide, valid, light, nothing from elsewhere.</summary>
public sealed partial class EveryPageTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    /// <summary>The first element that reaches beyond the screen though nothing around it scrolls; empty when all is well.</summary>
    private const string TooWide = """
        document.documentElement.scrollWidth <= innerWidth ? '' :
          [...document.querySelectorAll('main *, header *')].filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll, .rooms')).map(e => e.outerHTML.slice(0, 120))[0] ?? 'the page'
        """;

    public static TheoryData<string> Codes => [.. Language.All];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_page_fits_speaks_its_language_and_has_no_barrier(string language)
    {
        var paths = (await platform.Pages()).Values.ToList();
        var halves = paths.Chunk((paths.Count + 1) / 2).ToList();
        var first = await platform.Open(360, "reader@example.org", Role.Admin, language);
        var second = await first.Context.NewPageAsync();
        var found = await Task.WhenAll(Faults(first, halves[0], language), Faults(second, halves[1], language)); // two cores
        Assert.True(found.All(faults => faults.Count == 0), string.Join('\n', found.SelectMany(faults => faults)));
    }

    /// <summary>English and Burmese stand for all where neither the language nor the width makes a difference.</summary>
    private static string Scope(string language, int width) => (language is "en" or "my", width) switch
    {
        (true, 360) => "all",
        (false, 1280) => "layout",
        _ => "no-contrast",
    };

    private static async Task<List<string>> Faults(IPage page, IEnumerable<string> paths, string language)
    {
        var faults = new List<string>();
        foreach (var path in paths)
        {
            await page.SetViewportSizeAsync(360, 800);
            await page.GotoAsync(In(language, path));
            if (await page.Locator("html").GetAttributeAsync("lang") != language) faults.Add($"{path} is not in {language}");
            foreach (var width in new[] { 360, 1280 })
            {
                await page.SetViewportSizeAsync(width, 800);
                if (await page.EvaluateAsync<string>(TooWide) is { Length: > 0 } wide) faults.Add($"{path} at {width}: {wide}");
                faults.AddRange((await Axe.Violations(page, Scope(language, width))).Select(found => $"{path} at {width}: {found}"));
            }
        }
        return faults;
    }

    [Fact]
    public async Task Every_page_is_valid_HTML()
    {
        var page = await platform.Open(360, "reader@example.org", Role.Admin);
        var folder = Directory.CreateTempSubdirectory("mekong-pages-");
        try
        {
            foreach (var (kind, path) in await platform.Pages())
            {
                var name = Unnameable().Replace(kind, "_");
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}.html"), await (await page.Context.APIRequest.GetAsync(path)).TextAsync(), TestContext.Current.CancellationToken);
            }
            var errors = await HtmlValidate.Errors(folder.FullName, TestContext.Current.CancellationToken);
            Assert.True(errors.Length == 0, string.Join('\n', errors));
        }
        finally { folder.Delete(recursive: true); }
    }

    [Fact]
    public async Task No_page_weighs_more_than_sixty_kilobytes_or_asks_for_anything_from_elsewhere()
    {
        var page = await platform.Open(360, "reader@example.org", Role.Admin);
        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(platform.Address.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) foreign.Add(request.Url);
        };
        var heavy = new List<string>();
        foreach (var (kind, path) in await platform.Pages())
            foreach (var language in new[] { "en", "my" })
            {
                await page.GotoAsync(In(language, path));
                var html = await (await page.Context.APIRequest.GetAsync(In(language, path))).TextAsync();
                var weight = Zipped(html);
                foreach (Match sheet in Sheet().Matches(html)) weight += Zipped(await (await page.Context.APIRequest.GetAsync(sheet.Groups[1].Value)).TextAsync());
                if (weight > 60 * 1024) heavy.Add($"{kind} in {language}: {weight} bytes");
            }
        Assert.Empty(heavy);
        Assert.Empty(foreign);
    }

    private static string In(string language, string path) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";

    private static long Zipped(string text)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(Encoding.UTF8.GetBytes(text));
        return zipped.Length;
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex Sheet();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Unnameable();
}
