using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

/// <summary>The text twin: what a reader without HTML, or with a screen reader in a terminal, gets.</summary>
public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("\r\n# A\r\n\rb\n\n", "A\n\nb")]
    [InlineData("a\n\n## B\n\nc", "a\n\n\nB\n\nc")]
    [InlineData("Let the *river* **run** `now`", "Let the river run now")]
    [InlineData("- a\n- b\n  - c\n", "- a\n- b\n  - c")]
    [InlineData("3. a\n4. b\n   more", "3. a\n4. b\n   more")]
    [InlineData("- a\n\n  second\n\n- b", "- a\n\n  second\n\n- b")]
    [InlineData("> said\n> so\n>\n> twice", "> said\n> so\n>\n> twice")]
    [InlineData("one\ntwo  \nthree", "one\ntwo\nthree")]
    [InlineData("    code <b>", "code <b>")]
    [InlineData("a\n\n---\n\nb", "a\n\n* * *\n\nb")]
    [InlineData("&amp; \\*x\\* <now> {{{x}}} &lt;", "& *x* <now> {{{x}}} <")]
    [InlineData("ស\u200Bូម **ជួយ**", "ស\u200Bូម ជួយ")]
    public void Markdown_becomes_text_without_its_signs(string markdown, string text) => Assert.Equal(text, Markdown.ToText(markdown));

    [Theory]
    [InlineData("[Write here](https://example.org/a?b=c&d)", "Write here: https://example.org/a?b=c&d")]
    [InlineData("[**Write** here:](https://example.org)", "Write here: https://example.org")]
    [InlineData("[https://example.org](https://example.org)", "https://example.org")]
    [InlineData("https://example.org", "https://example.org")]
    [InlineData("<https://example.org>", "https://example.org")]
    [InlineData("[a@example.org](mailto:a@example.org)", "a@example.org")]
    [InlineData("[Ring us](tel:+85512345678)", "Ring us: +85512345678")]
    [InlineData("[x](javascript:alert(1))", "x")]
    [InlineData("![The *wild* river](https://example.org/i.png)", "The wild river")]
    [InlineData("[x](/alerts/1)", "x: https://alerts.example/alerts/1")]
    public void A_link_is_its_words_and_its_address_once(string markdown, string text) =>
        Assert.Equal(text, Markdown.ToText(markdown, new Uri("https://alerts.example/")));

    [Theory]
    [InlineData("[Read it]({{link}})", "Read it: https://example.org/m/1.a")]
    [InlineData("Read {{link}} now", "Read https://example.org/m/1.a now")]
    public void The_web_page_is_an_address(string markdown, string text)
    {
        var message = new AlertMessage("en", "", "", Markdown.ToText(AlertMessage.WithMarks(markdown)), "");
        Assert.Equal(text, message.TextFor(new Personal("", "", "", "", "https://example.org/m/1.a")));
    }
}
