using System.Diagnostics;
using Mekong.Advocacy.Domain.Alerts;
using static Mekong.Advocacy.Domain.Alerts.DiffKind;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

public sealed class WordDiffTests
{
    private static string Shown(string before, string after) => string.Concat(WordDiff.Between(before, after).Select(part => part.Kind switch
    {
        Removed => $"[-{part.Text}-]",
        Added => $"[+{part.Text}+]",
        _ => part.Text,
    }));

    [Theory]
    [InlineData("", "", "")]
    [InlineData("Come on Friday.", "Come on Friday.", "Come on Friday.")]
    [InlineData("Come on Friday.", "Come on Monday.", "Come on [-Friday.-][+Monday.+]")]
    [InlineData("", "Come.", "[+Come.+]")]
    [InlineData("Come now", "Come", "Come[- now-]")]
    [InlineData("ประชุมวันศุกร์", "ประชุมวันจันทร์", "ประชุมวัน[-ศุก-][+จันท+]ร์")]
    [InlineData("周五开会", "周一开会", "周[-五-][+一+]开会")]
    public void Words_and_letters_are_told_apart(string before, string after, string shown) => Assert.Equal(shown, Shown(before, after));

    [Fact]
    public void A_letter_keeps_its_marks()
    {
        var parts = WordDiff.Between("ទី៣ ថ្ងៃ", "ទី៤ ថ្ងៃ");
        Assert.Equal(["ទី", "៣", "៤", " ថ្ងៃ"], parts.Select(part => part.Text));
    }

    [Fact]
    public void The_longest_bodies_are_compared_by_line_and_at_once()
    {
        string Body(char letter) => string.Join('\n', Enumerable.Range(0, 400).Select(n => new string(letter, n % 2 == 0 ? 50 : 49) + (n % 2 == 0 ? "" : "ก")));
        var watch = Stopwatch.StartNew();
        var parts = WordDiff.Between(Body('ข'), Body('ค'));
        Assert.Equal(Body('ข'), string.Concat(parts.Where(part => part.Kind != Added).Select(part => part.Text)));
        Assert.Equal(Body('ค'), string.Concat(parts.Where(part => part.Kind != Removed).Select(part => part.Text)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), watch.Elapsed.ToString());
    }
}
