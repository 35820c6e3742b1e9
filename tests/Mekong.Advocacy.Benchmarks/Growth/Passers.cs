using System.Globalization;
using System.Text;
using Mekong.Advocacy.Benchmarks.Seeding;
using Mekong.Advocacy.Benchmarks.Serving;

namespace Mekong.Advocacy.Benchmarks.Growth;

/// <summary>People who read the public page, and newcomers who are entered one by one.</summary>
internal sealed class Passers(Uri url, HttpClient coordinator) : IDisposable
{
    private const int PagesPerSecond = 100, PostsPerSecond = 20;

    private static readonly Uri Import = new("/api/v1/subscribers/import", UriKind.Relative);

    private readonly HttpClient visitor = new() { BaseAddress = url };
    private int newcomers;

    /// <summary>They come while something else happens, and stop with it.</summary>
    public async Task<(Load Pages, Load Posts)> While(Task happens, CancellationToken ct)
    {
        using var over = new CancellationTokenSource();
        var pages = Load.Run(PagesPerSecond, (_, stop) => Read(stop), over.Token, ct);
        var posts = Load.Run(PostsPerSecond, (_, stop) => Enter(stop), over.Token, ct);
        try { await happens; }
        finally { await over.CancelAsync(); }
        return (await pages, await posts);
    }

    public void Dispose() => visitor.Dispose();

    private async Task<bool> Read(CancellationToken ct)
    {
        using var response = await visitor.GetAsync(new Uri("/", UriKind.Relative), ct);
        await response.Content.ReadAsByteArrayAsync(ct);
        return response.IsSuccessStatusCode;
    }

    private async Task<bool> Enter(CancellationToken ct)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"Newcomer,newcomer{Interlocked.Increment(ref newcomers)}@post.example,en,KH,{Reader.Topic},form,2026-01-15\n");
        using var csv = new StringContent("name,email,language,country,topics,consent_source,consent_date\n" + line, Encoding.UTF8, "text/csv");
        using var response = await coordinator.PostAsync(Import, csv, ct);
        return response.IsSuccessStatusCode && (await response.Content.ReadAsStringAsync(ct)).Contains("\"imported\":1", StringComparison.Ordinal);
    }
}
