using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>Walks every link from the first pages on and keeps one address of each kind of page, so that a new page is tested without being named.</summary>
internal static partial class Tour
{
    /// <summary>Each kind of page with one address of it: ids and tokens stand as {id}, queries by their keys.</summary>
    public static async Task<SortedDictionary<string, string>> Of(IPage page, IEnumerable<string> starts)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(starts);
        while (waiting.TryDequeue(out var path))
        {
            if (!found.TryAdd(Kind(path), path)) continue;
            var answer = await page.Context.APIRequest.GetAsync(path);
            if (!answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal))
            {
                found.Remove(Kind(path));
                continue;
            }
            Assert.True(answer.Status == 200, $"{path} answers {answer.Status}");
            foreach (Match link in Link().Matches(await answer.TextAsync()))
                waiting.Enqueue(System.Net.WebUtility.HtmlDecode(link.Groups[1].Value));
        }
        return found;
    }

    public static string Kind(string path)
    {
        var (place, query) = path.Split('?', 2) is [var before, var after] ? (before, after) : (path, "");
        var keys = string.Join('&', query.Split('&').Select(pair => pair.Split('=')[0]).Where(key => key.Length > 0).Order(StringComparer.Ordinal));
        return Tongue().Replace(Id().Replace(place, "/{id}"), "/{language}") + (keys.Length > 0 ? $"?{keys}" : "");
    }

    // The public site says its language in the path; the tests say which.
    [GeneratedRegex("^/(en|km|lo|my|th|vi|zh-Hans)(?=/|$)")]
    private static partial Regex Tongue();

    // Links to pages of ours (a job engine may have some of its own); the same page in another language, a place on the page and a part of a page are not other pages.
    [GeneratedRegex("""<a [^>]*href="(/(?!hooks|api|operations/)[^"#]*)"(?<!lang=[^"]*")(?<!handler=[^"]*")""")]
    private static partial Regex Link();

    [GeneratedRegex(@"/(?:[0-9a-f]{8}-[0-9a-f-]{27}|[^/]*\.(?:eml|txt|html|json)|\d+\.[\w-]{20,}|(?<=/tracker/[rc]/)\d+)")]
    private static partial Regex Id();
}
