using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Calendars;

/// <summary>RFC 5545, 3.1 and 3.3.11: whatever was written can be read back.</summary>
public sealed class ContentLineTests
{
    private static readonly Gen<string> Texts = Gen.Elements(
        "a", " ", "meeting ", ",", ";", "\\", "\n", "\\n", ":", "\"", "\t", "ក្រសួង", "ស្ត្រី", "ຂໍ້", "မြန်မာ", "ที่ประชุม", "ỡ", "é", "湄公河", "𠮷", "👩‍👩‍👧‍👦").ListOf().Select(string.Concat);

    [Fact]
    public void A_text_is_escaped_as_the_standard_asks() =>
        Assert.Equal(@"Vientiane\, 9–10 November\; see C:\\papers\nRoom 2: open", ContentLine.Escape("Vientiane, 9–10 November; see C:\\papers\r\nRoom 2: open"));

    [Fact]
    public void What_has_no_place_in_a_line_does_not_get_into_one()
    {
        Assert.Equal("abcd", ContentLine.Escape("a\0b\u0007c\u001bd"));
        Assert.Equal("a\ufffdb", ContentLine.Escape("a" + '\ud800' + "b"));
    }

    [Fact]
    public void A_line_of_75_octets_stays_whole_and_the_76th_begins_a_new_one()
    {
        Assert.Equal(new string('x', 75) + "\r\n", ContentLine.Fold(new string('x', 75)));
        Assert.Equal(new string('x', 75) + "\r\n x\r\n", ContentLine.Fold(new string('x', 76)));
        Assert.Equal(new string('x', 75) + "\r\n " + new string('y', 74) + "\r\n z\r\n", ContentLine.Fold(new string('x', 75) + new string('y', 74) + "z"));
    }

    [Fact]
    public void Khmer_is_not_cut_between_a_letter_and_its_marks() =>
        Assert.All(Unfolded(ContentLine.Fold("SUMMARY:" + string.Concat(Enumerable.Repeat("ស្ត្រី", 30)))), line => Assert.NotEqual(UnicodeCategory.NonSpacingMark, CharUnicodeInfo.GetUnicodeCategory(line, 0)));

    [Fact]
    public void A_letter_longer_than_a_line_is_cut_between_code_points()
    {
        var tall = "e" + new string('\u0301', 100);
        var folded = ContentLine.Fold(tall);
        Assert.All(folded.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.Equal(tall, string.Concat(Unfolded(folded)));
    }

    [Fact]
    public void Folded_lines_are_short_and_come_back_to_the_letter() => Quiet.Holds(Texts, text =>
    {
        var line = "DESCRIPTION:" + ContentLine.Escape(text);
        var folded = ContentLine.Fold(line);
        return folded.EndsWith("\r\n", StringComparison.Ordinal)
            && folded.Split("\r\n").All(part => Encoding.UTF8.GetByteCount(part) <= 75)
            && string.Concat(Unfolded(folded)) == line;
    });

    [Fact]
    public void Lines_are_cut_between_letters() => Quiet.Holds(Texts, text =>
    {
        var starts = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
        var at = 0;
        return Unfolded(ContentLine.Fold(text)).All(part => starts.Contains(at += part.Length));
    });

    [Fact]
    public void An_escaped_text_is_one_line_and_comes_back() => Quiet.Holds(Texts, text =>
    {
        var escaped = ContentLine.Escape(text);
        return !escaped.AsSpan().ContainsAny('\r', '\n') && Unescaped(escaped) == text;
    });

    private static IEnumerable<string> Unfolded(string folded) => folded[..^2].Split("\r\n").Select((part, n) => n == 0 ? part : part[1..]);

    private static string Unescaped(string escaped)
    {
        var text = new StringBuilder();
        for (var i = 0; i < escaped.Length; i++)
            text.Append(escaped[i] != '\\' ? escaped[i] : escaped[++i] is 'n' or 'N' ? '\n' : escaped[i]);
        return text.ToString();
    }
}
