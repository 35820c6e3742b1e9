using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Messages;

public sealed class SmsSplitTests
{
    private static string A(int count) => new('a', count);

    private static string Ka(int count) => new('ក', count);

    [Theory]
    [InlineData("", "")]
    [InlineData("Let the river run", "17")]
    public void A_short_text_is_one_part_and_an_empty_one_none(string text, string lengths) => Assert.Equal(lengths, Lengths(text));

    [Fact]
    public void A_longer_text_is_cut_where_the_network_cuts_it()
    {
        Assert.Equal(("160", "153 8", "153 153", "153 153 1"), (Lengths(A(160)), Lengths(A(161)), Lengths(A(306)), Lengths(A(307))));
        Assert.Equal(("70", "67 4", "67 67", "67 67 1"), (Lengths(Ka(70)), Lengths(Ka(71)), Lengths(Ka(134)), Lengths(Ka(135))));
    }

    [Fact]
    public void Neither_an_escape_nor_a_pair_is_cut_in_two()
    {
        Assert.Equal([A(152), "€" + A(151), "a"], SmsSegments.Split(A(152) + "€" + A(152)));
        Assert.Equal([Ka(66), "👍" + Ka(65), "ក"], SmsSegments.Split(Ka(66) + "👍" + Ka(66)));
    }

    /// <summary>Networks know nothing of syllables: a vowel may begin the next part.</summary>
    [Fact]
    public void A_syllable_may_be_cut() => Assert.Equal([Ka(67), "ា" + Ka(9)], SmsSegments.Split(Ka(67) + "ា" + Ka(9)));

    [Fact]
    public void The_parts_are_the_text_and_as_many_as_are_counted()
    {
        var texts = from latin in Gen.Elements(true, false)
                    from list in Gen.ListOf(latin ? Gen.Elements("a", "€", "{", "é") : Gen.Elements("a", "€", "\n", "ក", "👍", "\ud83d", "\ude00"))
                    from times in Gen.Choose(1, 12)
                    select string.Concat(Enumerable.Repeat(string.Concat(list), times));
        Quiet.Holds(texts, text =>
        {
            var (count, parts) = (SmsSegments.Count(text), SmsSegments.Split(text));
            var room = (count.Encoding, count.Parts) switch { (SmsEncoding.Gsm7, <= 1) => 160, (SmsEncoding.Gsm7, _) => 153, (_, <= 1) => 70, _ => 67 };
            return string.Concat(parts) == text && parts.Count == count.Parts
                && parts.All(part => part.Length > 0 && Size(part, count.Encoding) <= room)
                && parts.Sum(part => Size(part, count.Encoding)) == count.Units
                && !parts.Zip(parts.Skip(1)).Any(cut => char.IsHighSurrogate(cut.First[^1]) && char.IsLowSurrogate(cut.Second[0]));
        });
    }

    [Theory]
    [InlineData("Let the river run", "")]
    [InlineData("It’s time – write now", "It’s –")]
    [InlineData("Hãy ký tên\nngay", "Hãy ký tên")]
    [InlineData("10\u00A0000 people", "10\u00A0000")]
    [InlineData("€ {x} ok 👍", "👍")]
    public void The_words_that_force_UCS2_are_found(string text, string words)
    {
        var found = SmsSegments.Forcing(text).Select(range => text[range]).ToList();
        Assert.Equal(SmsSegments.Count(text).Encoding == SmsEncoding.Ucs2, found.Count > 0);
        Assert.Equal(words, string.Join(' ', found));
    }

    [Fact]
    public void Without_the_words_that_force_it_a_text_is_GSM() => Quiet.Holds(
        Gen.Elements("a", "é", " ", "\n", "ế", "’", "ក", "👍", "€", "\u00A0").ListOf().Select(string.Concat), text =>
            SmsSegments.Count(SmsSegments.Forcing(text).Reverse().Aggregate(text, (rest, word) => rest[..word.Start.Value] + rest[word.End.Value..])).Encoding == SmsEncoding.Gsm7);

    private static string Lengths(string text) => string.Join(' ', SmsSegments.Split(text).Select(part => part.Length));

    private static int Size(string part, SmsEncoding encoding) => encoding == SmsEncoding.Ucs2 ? part.Length : part.Sum(c => @"^{}\[~]|€".Contains(c) ? 2 : 1);
}
