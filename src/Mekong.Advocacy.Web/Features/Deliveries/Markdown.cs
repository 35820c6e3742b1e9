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

    private static readonly string WebView = AlertMessage.Mark("link");

    /// <param name="site">Where links to pages of our own lead to in a mail; null: they stay as they are, for our own pages.</param>
    public static string ToHtml(string markdown, Uri? site = null)
    {
        try { return Read(markdown, site).ToHtml(Pipeline); }
        catch (ArgumentException) { return $"<p>{WebUtility.HtmlEncode(markdown)}</p>\n"; } // nested deeper than Markdig follows
    }

    /// <summary>The same words for programs that show no HTML: no marks of emphasis, links with their addresses beside them.</summary>
    public static string ToText(string markdown, Uri? site = null)
    {
        try { return new MarkdownText().Write(Read(markdown, site)); }
        catch (ArgumentException) { return markdown.ReplaceLineEndings("\n").Trim(); }
    }

    private static MarkdownDocument Read(string markdown, Uri? site)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage) link.ReplaceBy(new LiteralInline()); // its words move up to where it stood
            else if (!MayLeadTo(link.Url)) link.Url = "";
            else
            {
                if (site is not null && link.Url!.StartsWith('/')) link.Url = site.GetLeftPart(UriPartial.Authority) + link.Url;
                link.GetAttributes().AddPropertyIfNotExist("rel", "noopener noreferrer");
            }
        }
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !MayLeadTo(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        foreach (var literal in document.Descendants<LiteralInline>().Where(BareWebView).ToList()) Link(literal);
        return document;
    }

    private static bool BareWebView(LiteralInline literal) =>
        literal.Content.ToString().Contains(WebView, StringComparison.Ordinal) && !literal.FindParentOfType<LinkInline>().Any();

    /// <summary>The address of the web page, where an author wrote it into the text, becomes a link like any other address.</summary>
    private static void Link(LiteralInline literal)
    {
        var pieces = literal.Content.ToString().Split(WebView);
        Inline last = literal;
        literal.Content = new(pieces[0]);
        foreach (var piece in pieces.Skip(1))
        {
            var link = new LinkInline(WebView, "").AppendChild(new LiteralInline(WebView));
            last.InsertAfter(link);
            link.InsertAfter(last = new LiteralInline(piece));
        }
    }

    private static bool MayLeadTo(string? url) =>
        !string.IsNullOrWhiteSpace(url) && !url.Any(char.IsControl)
        && (url == WebView || url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)
            || Uri.TryCreate(url, UriKind.Absolute, out var absolute) && Schemes.Contains(absolute.Scheme));
}
