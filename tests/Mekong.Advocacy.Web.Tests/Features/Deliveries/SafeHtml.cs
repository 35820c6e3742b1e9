using System.Net;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

/// <summary>Reads HTML more strictly than any mail program: every tag, attribute and target must be on the list.</summary>
internal static partial class SafeHtml
{
    private static readonly HashSet<string> Tags =
        ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "em", "strong", "a", "code", "pre", "blockquote", "hr", "br"];

    private static readonly HashSet<string> Attributes = ["href", "title", "rel", "start", "class"];

    public static void Check(string html)
    {
        Assert.DoesNotContain('<', Tag().Replace(html, "")); // nothing that only resembles a tag
        Assert.DoesNotContain('>', Tag().Replace(html, ""));
        foreach (Match tag in Tag().Matches(html))
        {
            Assert.Contains(tag.Groups["name"].Value, Tags);
            for (var i = 0; i < tag.Groups["key"].Captures.Count; i++)
            {
                Assert.Contains(tag.Groups["key"].Captures[i].Value, Attributes);
                if (tag.Groups["key"].Captures[i].Value == "href") Assert.Matches(Target(), WebUtility.HtmlDecode(tag.Groups["value"].Captures[i].Value));
            }
        }
    }

    [GeneratedRegex("""</?(?<name>[a-z0-9]+)(?: (?<key>[a-z]+)="(?<value>[^"<>]*)")*(?: /)?>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""\A(?:|(?:https?://|mailto:|tel:)[\x21-\x7e\u00a0-\uffff]*|/|/[\x21-\x2e\x30-\x5b\x5d-\x7e\u00a0-\uffff][\x21-\x7e\u00a0-\uffff]*)\z""", RegexOptions.IgnoreCase)]
    private static partial Regex Target();
}
