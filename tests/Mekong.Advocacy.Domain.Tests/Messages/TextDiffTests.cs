using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Messages.DiffKind;

namespace Mekong.Advocacy.Domain.Tests.Messages;

public sealed class TextDiffTests
{
    [Fact]
    public void Changed_words_stand_between_what_stayed() => Assert.Equal(
        [new(Same, "The hearing is on "), new(Removed, "3"), new(Added, "4"), new(Same, " December"), new(Added, ", at eight"), new(Same, ".")],
        TextDiff.Between("The hearing is on 3 December.", "The hearing is on 4 December, at eight."));

    [Fact]
    public void Equal_texts_have_one_part_and_empty_ones_none()
    {
        Assert.Equal([new(Same, "Come.\n\nNow.")], TextDiff.Between("Come.\n\nNow.", "Come.\n\nNow."));
        Assert.Empty(TextDiff.Between("", ""));
        Assert.Equal([new(Added, "Come")], TextDiff.Between("", "Come"));
        Assert.Equal([new(Removed, "Come")], TextDiff.Between("Come", ""));
    }

    [Theory]
    [InlineData("ថ្ងៃទី៣", "ថ្ងៃទី៤", "៣", "៤")]
    [InlineData("ស្ត្រីធ្វើការ", "ស្រីធ្វើការ", "ស្ត្រី", "ស្រី")] // a stack of consonants is never torn
    [InlineData("ประชุมวันนี้", "ประชุมเช้านี้", "วัน", "เช้า")]
    [InlineData("ကြိုးစားပါ", "ကြည့်ပါ", "ကြိုးစား", "ကြည့်")]
    [InlineData("请三日来", "请四日来", "三", "四")]
    public void Scripts_without_spaces_are_compared_by_clusters(string before, string after, string went, string came)
    {
        var parts = TextDiff.Between(before, after);
        Assert.Equal(went, Of(parts, Removed));
        Assert.Equal(came, Of(parts, Added));
    }

    [Fact]
    public void A_shortest_way_is_found() =>
        Assert.Equal(5, TextDiff.Between("甲乙丙甲乙乙甲", "丙乙甲乙甲丙").Where(part => part.Kind != Same).Sum(part => part.Text.Length)); // Myers' own example

    [Fact]
    public void Both_texts_can_be_read_back_from_the_parts() => Quiet.Holds(
        from before in Gen.Elements("the", " ", "river", ".", "ទី", "ស្ត្រី", "ที่", "ကြ", "三", "\n", "😀").ListOf()
        from after in Gen.Elements("the", " ", "dam", ".", "ទី", "ស្រី", "ที่", "ကြ", "四", "\n", "😀").ListOf()
        select (Before: string.Concat(before), After: string.Concat(after)),
        texts => TextDiff.Between(texts.Before, texts.After) is var parts && Of(parts, Same, Removed) == texts.Before && Of(parts, Same, Added) == texts.After);

    [Fact]
    public void Texts_that_share_too_little_are_told_whole()
    {
        var (before, after) = (string.Concat(Enumerable.Repeat("old ", 4000)), string.Concat(Enumerable.Repeat("new\t", 4000)));
        Assert.Equal([new(Removed, before), new(Added, after)], TextDiff.Between(before, after));
    }

    private static string Of(IEnumerable<DiffPart> parts, params DiffKind[] kinds) => string.Concat(parts.Where(part => kinds.Contains(part.Kind)).Select(part => part.Text));
}
