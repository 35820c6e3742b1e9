using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Writes Markdig's tree as plain text that reads well aloud and in any mail program. Lines are not wrapped: their reader's program does.</summary>
internal sealed class MarkdownText
{
    public string Write(MarkdownDocument document) => Blocks(document, "\n\n").Trim();

    private string Blocks(ContainerBlock blocks, string between) =>
        string.Join(between, blocks.Select(Block).Where(text => text.Length > 0));

    private string Block(Block block) => block switch
    {
        HeadingBlock heading => $"\n{Line(heading.Inline)}", // an empty line more than between paragraphs
        ListBlock list => string.Join(list.IsLoose ? "\n\n" : "\n", list.OfType<ListItemBlock>().Select((item, at) => Item(list, item, at))),
        QuoteBlock quote => Behind("> ", "> ", Blocks(quote, "\n\n")),
        CodeBlock code => Behind("    ", "    ", code.Lines.ToString()),
        ThematicBreakBlock => "* * *",
        LeafBlock leaf => Line(leaf.Inline),
        ContainerBlock inner => Blocks(inner, "\n\n"),
        _ => "",
    };

    private string Item(ListBlock list, ListItemBlock item, int at)
    {
        var first = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{first + at}. ") : "- ";
        return Behind(mark, new string(' ', mark.Length), Blocks(item, list.IsLoose ? "\n\n" : "\n"));
    }

    private static string Behind(string first, string others, string text) =>
        string.Join('\n', text.Split('\n').Select((line, at) => ((at == 0 ? first : others) + line).TrimEnd(' ')));

    private string Line(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? new ContainerInline()) text.Append(Of(inline));
        return text.ToString().Trim(' ', '\n');
    }

    private string Of(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => "\n",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LinkInline link => Link(Line(link), link.Url ?? ""),
        HtmlInline html => html.Tag,
        ContainerInline container => Inner(container),
        _ => "",
    };

    private string Inner(ContainerInline container) => string.Concat(container.Select(Of));

    /// <summary>"words: address", and the address once only where the words are the address.</summary>
    private static string Link(string words, string url)
    {
        var address = url.StartsWith("mailto:", StringComparison.Ordinal) || url.StartsWith("tel:", StringComparison.Ordinal) ? url[(url.IndexOf(':', StringComparison.Ordinal) + 1)..] : url;
        return url.Length == 0 || words == url || words == address ? words : words.Length == 0 ? address : $"{words.TrimEnd(':', ' ')}: {address}";
    }
}
