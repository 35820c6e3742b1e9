using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

public sealed partial class MessageTemplatesTests
{
    private static readonly string Folder = new AdvocacySettings().Templates;
    private static readonly AlertText Text = new("River & {{name}}", "Dear {{name}} of {{organisation}},\n\n**come** <now> {{{x}}} {{#if}}", "{{name}}: ស\u200Bូម come");
    private static readonly Personal Reader = new("<Sokha>", "R&R", "Cambodia", "https://example.org/u/1.a", "https://example.org/m/2.b");

    public static TheoryData<string> Languages => [.. Language.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_renders_every_message(string language)
    {
        var message = new MessageTemplates(new AdvocacySettings()).Alert(Text, language);
        Assert.Equal((language, "River & <Sokha>"), (message.Language, message.SubjectFor(Reader)));

        var html = message.HtmlFor(Reader);
        Assert.Contains($"<html lang=\"{language}\" dir=\"ltr\">", html, StringComparison.Ordinal);
        Assert.Contains("<title>River &amp; &lt;Sokha&gt;</title>", html, StringComparison.Ordinal);
        Assert.Matches("<h1 style=\"[^\"]+\">River &amp; &lt;Sokha&gt;</h1>", html);
        Assert.Matches("<p style=\"[^\"]+\">Dear &lt;Sokha&gt; of R&amp;R,</p>\n<p style=\"[^\"]+\"><strong>come</strong> &lt;now&gt;", html);
        Assert.Matches("<a style=\"[^\"]+\" href=\"https://example.org/u/1.a\">", html);
        Assert.Matches("<a style=\"[^\"]+\" href=\"https://example.org/m/2.b\">", html);

        var text = message.TextFor(Reader);
        Assert.StartsWith("River & <Sokha>\n\nDear <Sokha> of R&R,\n\ncome <now>", text, StringComparison.Ordinal);
        Assert.Contains("https://example.org/u/1.a", text, StringComparison.Ordinal);
        Assert.Contains("https://example.org/m/2.b", text, StringComparison.Ordinal);

        var sms = message.SmsFor(Reader);
        Assert.StartsWith("<Sokha>: សូម come\n", sms, StringComparison.Ordinal);
        Assert.EndsWith("https://example.org/u/1.a", sms, StringComparison.Ordinal);
        Assert.All(new[] { html, text, sms }, written => Assert.DoesNotMatch("[\uE000\uE001]", written));
    }

    [Theory]
    [InlineData("x [Vote](https://example.org/?c={{country}}&n={{name}})", "href=\"https://example.org/?c=Cambodia&amp;n=%3CSokha%3E\"")]
    [InlineData("x https://example.org/{{ country }}", "href=\"https://example.org/Cambodia\"")]
    [InlineData("x [x](/{{name}})", "href=\"http://localhost:5080/%3CSokha%3E\"")]
    [InlineData("x [x]({{name}})", "href=\"\"")]
    [InlineData("x [x](https://example.org '{{name}}')", "href=\"https://example.org\" rel=\"noopener noreferrer\" title=\"&lt;Sokha&gt;\"")]
    [InlineData("x [x]({{link}})", "href=\"https://example.org/m/2.b\"")]
    [InlineData("x [x](https://example.org/?at={{link}})", "href=\"https://example.org/?at=https%3A%2F%2Fexample.org%2Fm%2F2.b\"")]
    public void A_field_in_a_link_is_filled_so_that_the_link_stays_one(string body, string link) =>
        Assert.Contains(link, Body().Match(new MessageTemplates(new AdvocacySettings()).Alert(Text with { Body = body }, "en").HtmlFor(Reader)).Value, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_placeholders_of_the_English(string language)
    {
        var english = Directory.GetFiles(Folder, "*.en.*", SearchOption.AllDirectories);
        Assert.NotEmpty(english);
        Assert.All(english, file => Assert.Equal(
            PlaceholdersOf(file), PlaceholdersOf(Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileName(file).Replace(".en.", $".{language}.", StringComparison.Ordinal)))));
    }

    [Fact]
    public void No_template_is_of_a_language_that_nobody_publishes() => Assert.All(
        Directory.GetFiles(Path.Combine(Folder, "alert")), file => Assert.Contains(Path.GetFileName(file).Split('.')[1], Language.All));

    [Theory]
    [InlineData("alert/email.en.html")]
    [InlineData("alert/email.en.txt")]
    [InlineData("alert/sms.en.txt")]
    [InlineData("mail.html")]
    public void A_misspelt_field_fails_loudly(string file)
    {
        using var copy = new TestFolder();
        foreach (var template in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy.Path, Path.GetRelativePath(Folder, template));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(template, to);
        }
        File.AppendAllText(Path.Combine(copy.Path, file), "{{optuot}}");
        var templates = new MessageTemplates(new AdvocacySettings { Templates = copy.Path });
        Assert.Contains("optuot", Assert.ThrowsAny<Exception>(() => templates.Alert(Text, "en")).ToString(), StringComparison.Ordinal);
    }

    private static string[] PlaceholdersOf(string file) => [.. Placeholder().Matches(File.ReadAllText(file)).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex("<p[^>]*>x (.*)</p>\n\n<footer")]
    private static partial Regex Body();

    [GeneratedRegex(@"\{{2,}[^{}]*\}{2,}")]
    private static partial Regex Placeholder();
}
