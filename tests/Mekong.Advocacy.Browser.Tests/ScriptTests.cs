using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>
/// Khmer, Lao, Burmese and Thai put no space between words: a phone must break their lines between words and shape their clusters. What the
/// pages looked like is kept in Screenshots/ (ADVOCACY_PICTURES=yes writes them anew).
/// </summary>
public sealed class ScriptTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    /// <summary>Places where a line ends inside a word, as ICU's dictionaries know words; empty when all is well.</summary>
    private const string BrokenWords = """
        language => {
          const broken = [], words = new Intl.Segmenter(language, { granularity: 'word' });
          for (const element of document.querySelectorAll(`main .sheet[lang="${language}"] :is(p, li)`)) {
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            for (let node; (node = walker.nextNode());) {
              const range = document.createRange(); let last = null;
              const top = i => { range.setStart(node, i); range.setEnd(node, i + 1); const box = range.getClientRects()[0]; return box && box.width > 0 ? box.top : null; };
              for (const word of words.segment(node.data)) {
                if (!word.isWordLike) continue;
                const tops = [...word.segment].map((_, i) => top(word.index + i)).filter(y => y !== null);
                if (tops.length && Math.max(...tops) - Math.min(...tops) > 20) broken.push(word.segment);
              }
            }
          }
          return broken;
        }
        """;

    [Theory]
    [InlineData("km", "ស្ត្រី", null)]
    [InlineData("lo", "ນ້ຳ", "ນຳ")]
    [InlineData("my", "ကြွေးမြီ", null)]
    [InlineData("th", "ที่นี่", "ทน")]
    public async Task Lines_break_between_words_and_clusters_are_shaped(string language, string cluster, string? withoutMarks)
    {
        var page = await platform.Open(360, "script.reader@example.org", Role.Approver, language);
        await page.GotoAsync((await page.Locator("main a[href$='/approve']").First.GetAttributeAsync("href"))!);
        var lines = await page.EvaluateAsync<int>("language => Math.max(...[...document.querySelectorAll(`main .sheet[lang=\"${language}\"] p`)].map(p => p.getClientRects().length && Math.round(p.offsetHeight / parseFloat(getComputedStyle(p).lineHeight))))", language);
        Assert.True(lines >= 3, $"the longest paragraph has {lines} lines");
        Assert.Empty(await page.EvaluateAsync<string[]>(BrokenWords, language));
        var (shaped, apart, bare) = await Widths();
        if (withoutMarks is null) Assert.True(shaped < 0.9 * apart, $"{cluster} is {shaped} px wide, its letters alone {apart} px");
        else Assert.Equal(bare, shaped, tolerance: 1); // marks stand above and take no room
        await Screenshots.Of(page.Locator($"main .sheet[lang='{language}']").First, $"text-{language}-360");

        async Task<(double, double, double)> Widths()
        {
            var widths = await page.EvaluateAsync<double[]>("""
                ([language, text, bare]) => {
                  const span = document.createElement('span'); span.lang = language; document.querySelector('main').append(span);
                  const width = t => { span.textContent = t; return span.getBoundingClientRect().width; };
                  const both = [width(text), [...text].reduce((sum, letter) => sum + width(letter), 0), width(bare)]; span.remove(); return both;
                }
                """, new[] { language, cluster, withoutMarks ?? cluster });
            return (widths[0], widths[1], widths[2]);
        }
    }
}
