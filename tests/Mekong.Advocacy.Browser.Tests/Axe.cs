using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>
/// axe-core as it comes with Deque's package, put into a page once and asked as often as the page changes its width. Deque's own runner puts
/// it in anew each time and collects passes too, which takes three times as long.
/// </summary>
internal static class Axe
{
    private static readonly Lazy<string> Script = new(() =>
    {
        var assembly = typeof(AxeResult).Assembly;
        using var stream = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(name => name.EndsWith("axe.min.js", StringComparison.Ordinal)))!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>Every violation, whatever its weight: the rule and the first element it concerns.</summary>
    /// <param name="scope">"all"; "no-contrast": colours change neither with the width nor with the language, and asking for them is slow;
    /// "layout": only what can differ on another width of the same page.</param>
    public static async Task<string[]> Violations(IPage page, string scope)
    {
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'")) await page.EvaluateAsync(Script.Value);
        return await page.EvaluateAsync<string[]>("""
            scope => axe.run(document, { resultTypes: ['violations'], ...(scope === 'layout'
                ? { runOnly: ['scrollable-region-focusable', 'target-size', 'skip-link', 'region', 'link-in-text-block'] }
                : { rules: { 'color-contrast': { enabled: scope === 'all' } } }) })
              .then(found => found.violations.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 200)))
            """, scope);
    }
}
