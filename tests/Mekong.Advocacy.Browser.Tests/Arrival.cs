using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>
/// Waits for the page that a click leads to: for its address, and then for its last element. Both are looked at until they are there: the
/// browser's own signals ("commit", "load") pass unheard on a busy machine when they come at the very moment of asking.
/// </summary>
internal static partial class Arrival
{
    private const float Longest = 30_000; // ms; the first page of a process is compiled on the way

    /// <param name="page">The page that leaves for another.</param>
    /// <param name="address">A pattern: * for a part of a path, ** for whatever stands before.</param>
    public static async Task Arrives(this IPage page, string address)
    {
        var pattern = $"^{Stars().Replace(Regex.Escape(address), star => star.Value.Length > 2 ? ".*" : "[^/]*")}$";
        await Expect(page).ToHaveURLAsync(new Regex(pattern), new() { Timeout = Longest });
        await Expect(page.Locator("body > footer")).ToBeVisibleAsync(new() { Timeout = Longest });
    }

    [GeneratedRegex(@"(\\\*){1,2}")]
    private static partial Regex Stars();
}
