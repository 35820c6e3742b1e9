using System.Net;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// An author's Markdown as mail. Raw HTML is shown as text, and links are allow-listed on Markdig's own tree: https, http, mailto, tel and
/// pages of our own; anything else loses its target. Images are dropped: a mail asks nobody for anything.
/// </summary>
public static class Markdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    private static readonly string[] Schemes = ["https", "http", "mailto", "tel"];

    public static string ToHtml(string markdown)
    {
        try { return Render(markdown); }
        catch (ArgumentException) { return $"<p>{WebUtility.HtmlEncode(markdown)}</p>\n"; } // nested deeper than Markdig follows
    }

    private static string Render(string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage) link.ReplaceBy(new LiteralInline()); // its words move up to where it stood
            else if (!MayLeadTo(link.Url)) link.Url = "";
            else link.GetAttributes().AddPropertyIfNotExist("rel", "noopener noreferrer");
        }
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !MayLeadTo(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(Pipeline);
    }

    /// <summary>Markdown reads well as it stands; only line ends are made even.</summary>
    public static string ToText(string markdown) => markdown.ReplaceLineEndings("\n").Trim();

    private static bool MayLeadTo(string? url) =>
        !string.IsNullOrWhiteSpace(url) && !url.Any(char.IsControl)
        && (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)
            || Uri.TryCreate(url, UriKind.Absolute, out var absolute) && Schemes.Contains(absolute.Scheme));
}
