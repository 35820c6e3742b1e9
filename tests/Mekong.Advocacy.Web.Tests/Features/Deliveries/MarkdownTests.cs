using FsCheck.Fluent;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

public sealed class MarkdownTests
{
    private const string Rel = " rel=\"noopener noreferrer\"";

    [Theory]
    [InlineData("Let the *river* **run**", "<p>Let the <em>river</em> <strong>run</strong></p>\n")]
    [InlineData("# ទន្លេ\n\n- ក\n- ខ", "<h1>ទន្លេ</h1>\n<ul>\n<li>ក</li>\n<li>ខ</li>\n</ul>\n")]
    [InlineData("[x](https://example.org/a?b=c&d)", "<p><a href=\"https://example.org/a?b=c&amp;d\"" + Rel + ">x</a></p>\n")]
    [InlineData("[x](HTTPS://example.org)", "<p><a href=\"HTTPS://example.org\"" + Rel + ">x</a></p>\n")]
    [InlineData("[x](mailto:a@example.org)", "<p><a href=\"mailto:a@example.org\"" + Rel + ">x</a></p>\n")]
    [InlineData("[x](tel:+85512345678)", "<p><a href=\"tel:+85512345678\"" + Rel + ">x</a></p>\n")]
    [InlineData("[x](/alerts/1)", "<p><a href=\"/alerts/1\"" + Rel + ">x</a></p>\n")]
    [InlineData("https://example.org", "<p><a href=\"https://example.org\"" + Rel + ">https://example.org</a></p>\n")]
    public void What_an_author_means_is_kept(string markdown, string html)
    {
        Assert.Equal(html, Markdown.ToHtml(markdown));
        SafeHtml.Check(html);
    }

    public static TheoryData<string> Attacks =>
    [
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](<java\tscript:alert(1)>)", "[x](< javascript:alert(1)>)",
        "[x](java&#115;cript:alert(1))", "[x](&#x6A;avascript&colon;alert(1))", "[x](javascript&NewLine;:alert(1))", "[x](\\j\\avascript:alert(1))",
        "[x](javascript%3Aalert(1))", "[x](\u0001javascript:alert(1))", "[x](\u00a0javascript:alert(1))", "[x](jav\u200bascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:msgbox(1))", "[x](file:///etc/passwd)", "[x](blob:https://example.org/1)", "[x](ftp://example.org)",
        "[x](//evil.example)", "[x](///evil.example)", "[x](/\\evil.example)", "[x](\\\\evil.example)", "[x](/\t/evil.example)", "[x](</\n/evil.example>)", "[x](&sol;&sol;evil.example)", "[x](/&#92;evil.example)",
        "[x](https:evil.example)", "[x](evil)", "[x](#top)", "[x](?a=b)", "[x]()",
        "[x][r]\n\n[r]: javascript:alert(1)", "[r]\n\n[r]: data:text/html,x 'title'", "[x][r]\n\n[r]: <java&#115;cript:alert(1)> \"t\"", "![x][r]\n\n[r]: https://example.org/i.png",
        "<javascript:alert(1)>", "<data:text/html,x>", "<vbscript:x>", "<https://example.org/\" onmouseover=\"x>", "<a@example.org>", "<https://example.org>",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<!-- --><script>", "<?php ?>", "<![CDATA[<script>]]>", "<a href='javascript:1'>", "<style>*{}</style>", "</p></main><form action=x>",
        "![x](https://example.org/pixel.png)", "![](https://example.org/pixel.png)", "[![x](https://a.example/i.png)](javascript:alert(1))", "![<b>x</b>](javascript:1)", "![a ![b](c) d](e)",
        "[x](https://example.org \"a\\\" onclick=\\\"alert(1)\")", "[x](https://example.org 'a\" onclick=\"alert(1)')", "[x](https://example.org (a\"><script>))", "[x](https://example.org/\"onclick=\"a)",
        "[<script>](https://example.org)", "[x](https://example.org/<script>)", "`<script>`", "    <script>", "```\" onclick=\"x\n<b>\n```", "```a\"><script>\n```",
        "www.example.org/\"onclick=x", "ftp://example.org/x", "mailto:a@example.org?body=<script>", "https://example.org/<script>alert(1)", "tel:+1\"onclick",
        "# x {onclick=alert(1)}", "[x](https://example.org){onclick=alert(1)}", "&lt;script&gt;&#60;script&#62;", "\\<script>", "a\0b<scr\0ipt>",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Nothing_active_comes_out(string markdown)
    {
        var html = Markdown.ToHtml(markdown);
        SafeHtml.Check(html);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Nor_out_of_any_mixture_of_them()
    {
        var pieces = Gen.OneOf(
            Gen.Elements("[", "]", "(", ")", "!", "<", ">", "\"", "'", "`", "\\", "\n", "\n\n", " ", "&", "#", "*", "//", "https://", "javascript:", "[r]: ", "x", "data:", "&colon;", "\t"),
            Gen.Elements(Attacks.Select(row => row.Data).ToArray()));
        Quiet.Holds(pieces.ListOf(12).Select(string.Concat), markdown => SafeHtml.Check(Markdown.ToHtml(markdown)));
    }

    [Theory]
    [InlineData("![The *wild* river](https://example.org/i.png)", "<p>The <em>wild</em> river</p>\n")]
    [InlineData("![A `b` & c](x)", "<p>A <code>b</code> &amp; c</p>\n")]
    [InlineData("a ![](x) b", "<p>a  b</p>\n")]
    public void Of_an_image_its_words_remain(string markdown, string html) => Assert.Equal(html, Markdown.ToHtml(markdown));

    [Theory]
    [InlineData("> ", 1_000)]
    [InlineData("[", 2_000)]
    [InlineData("![", 2_000)]
    [InlineData("- ", 1_000)]
    [InlineData("*a ", 2_000)]
    [InlineData("<", 20_000)]
    public void Text_nested_beyond_reason_is_shown_all_the_same(string piece, int times)
    {
        var html = Markdown.ToHtml(string.Concat(Enumerable.Repeat(piece, times)) + "Come!");
        SafeHtml.Check(html);
        Assert.Contains("Come!", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](/alerts/1)", "https://alerts.example/alerts/1")]
    [InlineData("[x](//evil.example)", "")]
    [InlineData("[x](https://example.org/a)", "https://example.org/a")]
    public void In_a_mail_links_to_our_own_pages_lead_to_our_site(string markdown, string target) =>
        Assert.Contains($"<a href=\"{target}\"", Markdown.ToHtml(markdown, new Uri("https://alerts.example/")), StringComparison.Ordinal);

    [Theory]
    [InlineData("[Read it]({{link}})")]
    [InlineData("Read {{link}} now")]
    [InlineData("{{link}}")]
    public void The_web_page_is_a_link_wherever_an_author_puts_it(string markdown)
    {
        var html = Markdown.ToHtml(AlertMessage.WithMarks(markdown));
        Assert.Contains("<a href=\"%EE%80%80link%EE%80%81\"", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<a ").Length - 1);
    }
}
