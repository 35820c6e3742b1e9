using System.Globalization;
using System.Net;
using System.Text;

namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>The ratios as bars beside their goals, for pages and readers of any colour and for screen readers.</summary>
internal static class Svg
{
    private const int Left = 330, Full = 260, Step = 30, Width = 760;

    public static string Draw(Results results)
    {
        var figures = results.Figures.Where(figure => figure is { Ratio: not null, Goal: > 0 }).ToList();
        var height = 40 + figures.Count * Step;
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" role="img" aria-labelledby="bench-title bench-desc" font-family="system-ui, sans-serif" font-size="14" fill="currentColor">
            <title id="bench-title">Ratios against their goals, {results.Date:yyyy-MM-dd}</title>
            <desc id="bench-desc">{WebUtility.HtmlEncode(string.Join(" ", figures.Select(Sentence)))}</desc>

            """));
        foreach (var (figure, row) in figures.Select((figure, row) => (figure, row))) Bar(svg, figure, 20 + row * Step);
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>The goal is the upright line two thirds along; a bar that is better than the goal by half ends at the rim.</summary>
    private static void Bar(StringBuilder svg, Figure figure, int top)
    {
        var length = Math.Min(Full, Full * 2 / 3d * figure.Ratio!.Value / figure.Goal);
        svg.Append(CultureInfo.InvariantCulture, $"""
            <text x="{Left - 10}" y="{top + 15}" text-anchor="end">{WebUtility.HtmlEncode(figure.Name)}</text>
            <rect x="{Left}" y="{top}" width="{length:0.#}" height="20" fill-opacity="{(figure.Held == true ? "0.35" : "0.12")}" stroke="currentColor"/>
            <path d="M{Left + Full * 2 / 3d:0.#} {top - 3}v26" stroke="currentColor" stroke-width="2"/>
            <text x="{Left + Full + 10}" y="{top + 15}">{Table.Number(figure.Ratio.Value)} ({(figure.LessIsBetter ? "≤" : "≥")} {Table.Number(figure.Goal)}{(figure.Held == true ? "" : ", not held")})</text>

            """);
    }

    private static string Sentence(Figure figure) => string.Create(CultureInfo.InvariantCulture,
        $"{figure.Name}: {Table.Number(figure.Ratio!.Value)} of {figure.ReferenceName}, goal {(figure.LessIsBetter ? "at most" : "at least")} {Table.Number(figure.Goal)}{(figure.Held == true ? "" : ", not held")}.");
}
