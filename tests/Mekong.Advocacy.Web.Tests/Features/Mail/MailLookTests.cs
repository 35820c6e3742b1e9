using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Vault;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Tests.Features.Mail;

/// <summary>A mail in the hands of programs that drop its style sheet, on phones of the region.</summary>
public sealed partial class MailLookTests(ITestOutputHelper output)
{
    private static readonly AdvocacySettings Settings = new() { PublicUrl = new("https://alerts.mekong.example") };
    private static readonly MessageTemplates Templates = new(Settings);
    private static readonly Links Links = new(new AesVault(new KeyRing(1, [], [1], [1])), Settings);

    public static TheoryData<string> All => [.. Language.All];

    private static string Html(string language, string body) => Templates.Alert(new AlertText("Subject {{name}}", body, ""), language)
        .HtmlFor(new Personal("Sokha", "Rivers", "Cambodia", Links.OptOutOf(7).AbsoluteUri, Links.WebViewOf(9).AbsoluteUri));

    [Theory]
    [MemberData(nameof(All))]
    public void The_longest_text_of_the_demonstration_stays_far_below_30_KB(string language)
    {
        var text = DemoAlerts.Longest(language);
        var content = DemoAlerts.All[0] with { Texts = new Dictionary<string, AlertText> { [language] = text } };
        var bytes = new MailSizes(Templates, null!, Links).Of(content)[language];
        output.WriteLine($"{language}: {text.Body.Length} letters become {bytes} bytes of HTML");
        Assert.InRange(bytes, 3_000, 15_000);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Without_its_style_sheet_it_still_has_fonts_and_room_for_its_script(string language)
    {
        var bare = StyleSheet().Replace(Html(language, "# A\n\nb\n\n- c\n\n[d](https://example.org)\n\n> e"), "");
        var page = Page().Match(bare).Groups[1].Value;
        Assert.Contains(Script.Of(language).Fonts, page, StringComparison.Ordinal);
        Assert.Contains(language is "km" or "lo" or "my" or "th" ? "line-height:1.9" : "line-height:1.6", page, StringComparison.Ordinal);
        Assert.All(Tag().Matches(bare[bare.IndexOf("<body", StringComparison.Ordinal)..]).Where(tag => tag.Groups[1].Value is not ("strong" or "em" or "br")),
            tag => Assert.Contains(" style=\"", tag.Value, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_asks_nobody_for_anything_and_hurts_no_script(string language)
    {
        var html = Html(language, DemoAlerts.Longest(language).Body + "\n\n![x](https://example.org/pixel.png)");
        Assert.DoesNotMatch("<(?:table|img|script|link|iframe|object|form)|url\\(|@import|@font-face|background-image| src=", html);
        Assert.DoesNotMatch("letter-spacing|text-transform|justify|uppercase", html);
        Assert.Contains($"<html lang=\"{language}\" dir=\"ltr\">", html, StringComparison.Ordinal);
        Assert.Contains($"<div class=\"page\" lang=\"{language}\" dir=\"ltr\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Write to **them**](https://example.org/a)", true)]
    [InlineData("https://example.org/a", true)]
    [InlineData("[Read]({{link}})", true)]
    [InlineData("See [this](https://example.org)", false)]
    [InlineData("[a](https://example.org) [b](https://example.org)", false)]
    [InlineData("- [a](https://example.org)\n\n- [b](https://example.org)", false)]
    public void A_paragraph_that_is_one_link_is_a_button_and_no_other_is(string body, bool button)
    {
        var html = Html("en", body);
        Assert.Equal(button, html.Contains("<a class=\"button\" style=\"display:block;padding:14px 20px", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_colours_can_be_read_in_light_and_dark()
    {
        (string Words, string Ground)[] pairs =
            [("#1c2521", "#ffffff"), ("#0b6b4f", "#ffffff"), ("#ffffff", "#0b6b4f"), ("#e6ece9", "#131a17"), ("#6fd3b0", "#131a17"), ("#131a17", "#6fd3b0"), ("#7a4b00", "#ffffff")];
        var html = Html("en", "[a](https://example.org)");
        Assert.All(pairs[..^1], pair => Assert.Contains(pair.Words, html, StringComparison.OrdinalIgnoreCase));
        Assert.All(pairs, pair => Assert.True(Contrast(pair.Words, pair.Ground) >= 4.5, $"{pair}: {Contrast(pair.Words, pair.Ground):0.0}"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_reader_is_told_why_and_may_read_on_the_web_or_stop(string language)
    {
        var html = Html(language, "x");
        var footer = html[html.IndexOf("<footer", StringComparison.Ordinal)..];
        Assert.Contains($"href=\"{WebUtility.HtmlEncode(Links.OptOutOf(7).AbsoluteUri)}\"", footer, StringComparison.Ordinal);
        Assert.Contains($"href=\"{WebUtility.HtmlEncode(Links.WebViewOf(9).AbsoluteUri)}\"", footer, StringComparison.Ordinal);
    }

    /// <summary>WCAG 2.2, relative luminance.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Convert.FromHexString(colour[1..]).Select(part => part / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToList();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)] private static partial Regex StyleSheet();
    [GeneratedRegex("<div class=\"page\"[^>]*style=\"([^\"]+)\"")] private static partial Regex Page();
    [GeneratedRegex("<([a-z][a-z0-9]*)[^<>]*>")] private static partial Regex Tag();
}
