using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// Writes a mail's look into the elements themselves, because many mail programs drop the style sheet, and turns a paragraph that is one link
/// into a button. Only HTML of our own making comes here: in it a "&lt;" always begins a tag.
/// </summary>
internal static partial class MailStyles
{
    private static readonly Dictionary<string, string> Looks = new()
    {
        ["h1"] = "margin:0 0 16px;font-size:24px;line-height:{0}",
        ["h2"] = "margin:28px 0 8px;font-size:20px;line-height:{0}",
        ["h3"] = "margin:24px 0 8px;font-size:18px;line-height:{0}",
        ["p"] = "margin:0 0 16px",
        ["ul"] = "margin:0 0 16px;padding:0 0 0 24px",
        ["ol"] = "margin:0 0 16px;padding:0 0 0 24px",
        ["li"] = "margin:0 0 6px",
        ["a"] = "color:#0b6b4f",
        ["blockquote"] = "margin:0 0 16px;padding:0 0 0 14px;border-left:4px solid #cdd6d1",
        ["pre"] = "margin:0 0 16px;white-space:pre-wrap",
        ["hr"] = "margin:24px 0;border:0;border-top:1px solid #cdd6d1",
        ["footer"] = "display:block;margin:32px 0 0;padding:16px 0 0;border-top:1px solid #cdd6d1;font-size:15px",
    };

    // Padding, not height: the words may take two lines. 14 px above and below a line of 17 px make more than 44 in every script. The
    // paragraph has the colour too, for programs that give a link no padding.
    private const string ButtonBox = "margin:0 0 16px;background:#0b6b4f;border-radius:6px;text-align:center";
    private const string ButtonLink = "display:block;padding:14px 20px;background:#0b6b4f;border-radius:6px;color:#ffffff;font-weight:700;text-decoration:none;overflow-wrap:anywhere";

    /// <summary>A paragraph of an author's text that is one link and nothing else.</summary>
    public static string Buttons(string html) => LoneLink().Replace(html,
        $"<p class=\"button\" style=\"{ButtonBox}\"><a class=\"button\" style=\"{ButtonLink}\"$1>$2</a></p>");

    public static string Inline(string html, Script script) => OpenTag().Replace(html, tag =>
        tag.Value.Contains(" style=\"", StringComparison.Ordinal) || !Looks.TryGetValue(tag.Groups[1].Value, out var look)
            ? tag.Value
            : $"<{tag.Groups[1].Value} style=\"{look.Replace("{0}", HeadingLeading(script), StringComparison.Ordinal)}\"{tag.Groups[2].Value}>");

    private static string HeadingLeading(Script script) => script.Leading == "1.9" ? "1.7" : "1.3";

    [GeneratedRegex(@"(?<!<li>\n?)<p><a( [^<>]*)>((?:(?!</?(?:a|p)\b).)+)</a></p>", RegexOptions.Singleline)]
    private static partial Regex LoneLink();

    [GeneratedRegex(@"<([a-z][a-z0-9]*)((?: [^<>]*)?)>")]
    private static partial Regex OpenTag();
}
