using System.Text;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Tests.Registers.Packages;
using Mekong.Advocacy.Web.Features.Statements.Packages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mekong.Advocacy.Browser.Tests.Packages;

/// <summary>The page inside a package, opened from a file with no network: it checks itself and names what was changed.</summary>
public sealed class PackagePageTests(PageFromAFile files) : IClassFixture<PageFromAFile>
{
    private static readonly WrittenPackage Written = PackageWriter.Write(Sample.Package);

    private static readonly string Html = Encoding.UTF8.GetString(Written.Page);

    [Fact]
    public async Task An_untouched_package_is_all_right_and_fits_its_published_root()
    {
        var page = await files.Open(Written.Page);
        await Speak(page, "en");
        await page.ClickAsync("#check");
        await Expect(page.Locator("#result .right")).ToHaveTextAsync("✓ All right: everything in this package fits.");
        await Expect(page.Locator("#result")).ToContainTextAsync($"Package hash: {Written.Hash}");
        await page.FillAsync("#published", $" 11:{Written.Package.Register.Root.ToUpperInvariant()} ");
        await page.ClickAsync("#check");
        await Expect(page.Locator("#result")).ToContainTextAsync("The register is the one whose root was published.");
        await page.FillAsync("#published", new string('0', 64));
        await page.ClickAsync("#check");
        await Expect(page.Locator("#result .wrong")).ToBeVisibleAsync();
        await page.FillAsync("#published", "12");
        await page.ClickAsync("#check");
        await Expect(page.Locator("#result .wrong")).ToContainTextAsync("64 characters");
    }

    [Theory]
    [InlineData("Pay what is owed.\\n\\nNow.", "Pay what is owed.\\n\\nNow?", "The text en was changed.")]
    [InlineData("Union 3", "Union 9", "“Union 9” does not fit the register")]
    [InlineData("T02:06:00.000Z", "T02:06:00.001Z", "Entry 6 was changed.")]
    [InlineData("{\"n\":6,", "{\"n\":6,\"remark\":1,", "“register.entries[5].remark”")]
    [InlineData("\"organisations\":6", "\"organisations\":7", "The count “organisations” is wrong: it says 7; it is 6.")]
    [InlineData("Ministry of Labour", "Ministry of Finance", "The part “addressee” was changed.")]
    public async Task A_tampered_copy_is_not_all_right_and_says_what_was_changed(string was, string becomes, string sentence) =>
        await Says(Html.Replace(was, becomes, StringComparison.Ordinal), sentence);

    [Fact]
    public async Task An_entry_that_was_cut_out_or_exchanged_is_named()
    {
        var json = Encoding.UTF8.GetString(Written.Json);
        var lines = Enumerable.Range(1, 11).Select(n => json.IndexOf($"{{\"n\":{n},", StringComparison.Ordinal)).ToList();
        var (fifth, sixth) = (json[lines[4]..lines[5]], json[lines[5]..lines[6]]);
        await Says(Html.Replace(sixth, "", StringComparison.Ordinal), "Entry 6 is missing.");
        await Says(Html.Replace(fifth + sixth, sixth + fifth, StringComparison.Ordinal), "Entries 5 and 6 were exchanged.");
        await Says(Html.Replace(fifth, fifth + fifth, StringComparison.Ordinal), "Entry 5 was added.");
    }

    [Fact]
    public async Task What_only_the_page_shows_otherwise_is_named()
    {
        var at = Html.IndexOf("Union 3", StringComparison.Ordinal);
        await Says(Html[..at] + "Union 9" + Html[(at + 7)..], "The page does not show “endorsers[2].names[0].name” as the package has it.");
        await Says(Html.Replace("data-p=\"texts[0].body\"", "", StringComparison.Ordinal), "“texts[0].body”");
    }

    [Fact]
    public async Task It_can_be_read_without_scripts()
    {
        var page = await files.Open(Written.Page, scripts: false);
        await Expect(page.Locator("article[lang=km] h3")).ToHaveTextAsync(Sample.Texts[1].Title);
        await Expect(page.Locator("ol li").First).ToContainTextAsync("Union 1");
        await Expect(page.Locator("#check")).ToBeHiddenAsync();
        await Expect(page.Locator("noscript")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_speaks_seven_languages_fits_a_phone_and_has_no_barrier()
    {
        var page = await files.Open(Written.Page);
        Assert.Equal("km", await page.Locator("html").GetAttributeAsync("lang")); // the addressee's
        await page.ClickAsync("#check");
        var headings = new HashSet<string>();
        foreach (var language in Language.All)
        {
            await Speak(page, language);
            Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
            headings.Add(await page.Locator("#checking h2").InnerTextAsync() + await page.Locator("#result .right").InnerTextAsync());
            Assert.DoesNotContain(await page.Locator("[data-w]").AllInnerTextsAsync(), text => text.Length == 0 || text.Contains('{', StringComparison.Ordinal));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"too wide in {language}");
            Assert.Empty(await Axe.Violations(page, "all"));
        }
        Assert.Equal(7, headings.Count);
    }

    [Fact]
    public async Task It_is_valid_HTML()
    {
        var folder = Directory.CreateTempSubdirectory("mekong-package-page-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "index.html"), Written.Page, TestContext.Current.CancellationToken);
            var errors = await HtmlValidate.Errors(folder.FullName, TestContext.Current.CancellationToken);
            Assert.True(errors.Length == 0, string.Join('\n', errors));
        }
        finally { folder.Delete(recursive: true); }
    }

    private async Task Says(string html, string sentence)
    {
        Assert.NotEqual(Html, html);
        var page = await files.Open(Encoding.UTF8.GetBytes(html));
        await Speak(page, "en");
        await page.ClickAsync("#check");
        await Expect(page.Locator("#result .wrong")).ToBeVisibleAsync();
        await Expect(page.Locator("#result li", new() { HasText = sentence }).First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static Task Speak(IPage page, string language) => page.ClickAsync($"#languages button[lang='{language}']");
}
