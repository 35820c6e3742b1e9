using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.Web;

/// <summary>A public page from a warm server, in whatever the reader's browser takes, beside a page made of one row read by its key.</summary>
internal sealed class PagesMeasurement : IMeasurement
{
    public string Name => "pages";

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        await using var stand = await Stand.Open(bench, ct);
        var browser = Path.Combine(bench.Scratch, "browser.lua");
        await File.WriteAllTextAsync(browser, """
            wrk.headers["Accept-Encoding"] = "gzip, deflate, br"
            wrk.headers["Accept-Language"] = "km, en;q=0.5"
            """, ct);
        var (home, page) = (stand.Platform("/"), stand.Minimal("/page/7"));
        await Stand.Warm(bench, new(home, 32), ct);
        var plain = await Stand.Compare(bench, "pages", new(home, 32), new(page, 32), ct);
        var packed = await Stand.Compare(bench, "pages, compressed, in Khmer", new(home, 32, browser), new(page, 32, browser), ct);
        return
        [
            plain.Figure("public page", "1/s", "a minimal endpoint with one read by key", 1),
            packed.Figure("public page, compressed, in Khmer", "1/s", "the same endpoint, not compressed", 1),
        ];
    }
}
