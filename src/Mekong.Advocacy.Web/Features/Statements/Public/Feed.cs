using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>
/// An Atom feed of one language (RFC 4287). An entry's id never changes and its "updated" moves only with the text, the window or what came of
/// it; when the list has closed, the entry tells the register's root, so that whoever keeps the feed can tell later if anything was changed.
/// </summary>
internal sealed class Feed(string language, Uri site, Func<string, string> words)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed's own id: one for each language, for ever.</summary>
    private string Id => new Uri(site, $"/{language}/statements/feed.xml").AbsoluteUri;

    public byte[] Write(IReadOnlyList<PublicStatement> statements)
    {
        var ordered = statements.OrderByDescending(statement => statement.UpdatedAt).ThenBy(statement => statement.Row.Id).ToList();
        var feed = new XElement(Atom + "feed", new XAttribute(XNamespace.Xml + "lang", language),
            new XElement(Atom + "id", Id),
            new XElement(Atom + "title", words("public.list")),
            new XElement(Atom + "updated", Machine(ordered.Count > 0 ? ordered[0].UpdatedAt : DateTimeOffset.UnixEpoch)),
            new XElement(Atom + "author", new XElement(Atom + "name", "Mekong.Advocacy")),
            Link("self", Id, language, "application/atom+xml"),
            Link("alternate", new Uri(site, $"/{language}/statements").AbsoluteUri, language, "text/html"),
            ordered.Select(Entry));
        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + Clean(feed.ToString(SaveOptions.None)) + "\n");
    }

    private XElement Entry(PublicStatement statement)
    {
        var text = statement.For(language);
        return new XElement(Atom + "entry", new XAttribute(XNamespace.Xml + "lang", text.Text.Language),
            new XElement(Atom + "id", $"urn:uuid:{statement.Row.Id}"),
            new XElement(Atom + "title", text.Text.Title),
            new XElement(Atom + "published", Machine(statement.PublishedAt)),
            new XElement(Atom + "updated", Machine(statement.UpdatedAt)),
            statement.Texts.OrderByDescending(other => other == text)
                .Select(other => Link("alternate", new Uri(site, $"/{other.Text.Language}/statements/{statement.Row.Id}").AbsoluteUri, other.Text.Language, "text/html")),
            new XElement(Atom + "content", new XAttribute("type", "html"), Content(statement, text)));
    }

    private string Content(PublicStatement statement, FrozenText text)
    {
        var html = Markdown.ToHtml(text.Text.Body, site) + $"<p>SHA-256 {text.Hash}</p>";
        return statement.Row is { RegisterRoot: { } root, RegisterSize: { } size }
            ? html + string.Create(CultureInfo.InvariantCulture, $"<p>{System.Net.WebUtility.HtmlEncode(words("public.closing-root"))} {size}, {root}</p>") : html;
    }

    private static XElement Link(string rel, string href, string language, string type) => new(Atom + "link",
        new XAttribute("rel", rel), new XAttribute("type", type), new XAttribute("hreflang", language), new XAttribute("href", href));

    private static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Clean(string xml) => xml.ReplaceLineEndings("\n");
}
