using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Calendars;
using Mekong.Advocacy.Web.Features.Dialogues;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>An Atom feed of promises in one language (RFC 4287): an entry for each, whose id never changes and which is new again when its status or its day changes.</summary>
internal sealed class TrackerFeed(string language, Uri site, TrackerScope scope, Func<string, string> words)
{
    private const int Most = 100;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private string Id => Address($"{language}/tracker{scope.Path}/feed.xml");

    public byte[] Write(IReadOnlyList<PublicCommitment> commitments)
    {
        var ordered = commitments.OrderByDescending(one => one.Row.ChangedAt).ThenBy(one => one.Row.Id).Take(Most).ToList();
        var feed = new XElement(Atom + "feed", new XAttribute(XNamespace.Xml + "lang", language),
            new XElement(Atom + "id", Id),
            new XElement(Atom + "title", words("tracker.title")),
            new XElement(Atom + "updated", Machine(ordered.Count > 0 ? ordered[0].Row.ChangedAt : DateTimeOffset.UnixEpoch)),
            new XElement(Atom + "author", new XElement(Atom + "name", "Mekong.Advocacy")),
            Link("self", Id, language, "application/atom+xml"),
            Link("alternate", Address($"{language}/tracker{scope.Path}"), language, "text/html"),
            ordered.Select(Entry));
        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + feed.ToString(SaveOptions.None).ReplaceLineEndings("\n") + "\n");
    }

    private XElement Entry(PublicCommitment one)
    {
        var (said, page) = (one.Row.In(language), $"tracker/c/{one.Row.Number}");
        return new XElement(Atom + "entry",
            new XElement(Atom + "id", $"urn:uuid:{one.Row.Id}"),
            new XElement(Atom + "title", $"{one.Row.Label()} · {words(StatusMark.Word(one.Status))} · {one.Authority.Name(language).Text}"),
            new XElement(Atom + "published", Machine(one.Row.RecordedAt)),
            new XElement(Atom + "updated", Machine(one.Row.ChangedAt)),
            Language.All.OrderByDescending(code => code == language).Select(code => Link("alternate", Address($"{code}/{page}"), code, "text/html")),
            new XElement(Atom + "category", new XAttribute("term", one.Status.ToString()), new XAttribute("label", words(StatusMark.Word(one.Status)))),
            new XElement(Atom + "content", new XAttribute(XNamespace.Xml + "lang", said.Language), new XAttribute("type", "html"), $"<blockquote>{WebUtility.HtmlEncode(said.Text)}</blockquote>{Due(one)}"));
    }

    private string Due(PublicCommitment one) => one.Row.DueOn is { } day
        ? $"<p lang=\"{language}\">{WebUtility.HtmlEncode(words("tracker.due"))}: {Days.Written(day, language)}</p>" : "";

    private string Address(string path) => new Uri(site, path).AbsoluteUri;

    private static XElement Link(string rel, string href, string language, string type) => new(Atom + "link",
        new XAttribute("rel", rel), new XAttribute("type", type), new XAttribute("hreflang", language), new XAttribute("href", href));

    private static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
