using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Messages;

namespace Mekong.Advocacy.Domain.Tests.Messages;

public sealed class SmsSegmentsTests
{
    [Theory]
    [InlineData("", SmsEncoding.Gsm7, 0, 0)]
    [InlineData("Let the river run", SmsEncoding.Gsm7, 17, 1)]
    [InlineData("[€] \\ {x}\r\n", SmsEncoding.Gsm7, 17, 1)]
    [InlineData("Àé", SmsEncoding.Ucs2, 2, 1)] // é is in the alphabet, À is not
    [InlineData("Hãy ký tên", SmsEncoding.Ucs2, 10, 1)]
    [InlineData("សូមជួយ", SmsEncoding.Ucs2, 6, 1)]
    [InlineData("“quoted”", SmsEncoding.Ucs2, 8, 1)]
    [InlineData("👍", SmsEncoding.Ucs2, 2, 1)]
    [InlineData("tab\there", SmsEncoding.Ucs2, 8, 1)]
    public void A_text_is_counted_in_the_encoding_it_needs(string text, SmsEncoding encoding, int units, int parts) =>
        Assert.Equal(new SmsCount(encoding, units, parts), SmsSegments.Count(text));

    [Theory]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    [InlineData(459, 3)]
    [InlineData(460, 4)]
    public void A_longer_GSM_text_is_cut_at_153(int length, int parts) =>
        Assert.Equal(new SmsCount(SmsEncoding.Gsm7, length, parts), SmsSegments.Count(new string('a', length)));

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    [InlineData(201, 3)]
    [InlineData(202, 4)]
    public void A_longer_UCS2_text_is_cut_at_67(int length, int parts) =>
        Assert.Equal(new SmsCount(SmsEncoding.Ucs2, length, parts), SmsSegments.Count(new string('ក', length)));

    [Fact]
    public void An_escaped_character_is_not_split_over_two_parts()
    {
        Assert.Equal(new SmsCount(SmsEncoding.Gsm7, 160, 1), SmsSegments.Count(new string('a', 158) + "€"));
        Assert.Equal(new SmsCount(SmsEncoding.Gsm7, 306, 3), SmsSegments.Count(new string('a', 152) + "€" + new string('a', 152)));
    }

    [Fact]
    public void A_surrogate_pair_is_not_split_over_two_parts()
    {
        Assert.Equal(new SmsCount(SmsEncoding.Ucs2, 70, 1), SmsSegments.Count(new string('ក', 68) + "👍"));
        Assert.Equal(new SmsCount(SmsEncoding.Ucs2, 134, 3), SmsSegments.Count(new string('ក', 66) + "👍" + new string('ក', 66)));
    }

    [Fact]
    public void The_whole_GSM_alphabet_is_known()
    {
        const string basic =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
            "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
        Assert.Equal(new SmsCount(SmsEncoding.Gsm7, 127, 1), SmsSegments.Count(basic)); // 128 places, one of them the escape
        Assert.Equal(new SmsCount(SmsEncoding.Gsm7, 20, 1), SmsSegments.Count("\f^{}\\[~]|€"));
    }

    [Fact]
    public void Parts_hold_all_units_and_waste_at_most_one_each()
    {
        var letters = Gen.Elements("a", "€", "\n", "é", "ក", "👍", "\ud83d");
        var texts = from latin in Gen.Elements(true, false)
                    from list in Gen.ListOf(latin ? Gen.Elements("a", "€", "{", "é") : letters)
                    from times in Gen.Choose(1, 9)
                    select string.Concat(Enumerable.Repeat(string.Concat(list), times));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var count = SmsSegments.Count(text);
            var (single, part) = count.Encoding == SmsEncoding.Gsm7 ? (160, 153) : (70, 67);
            if (count.Units <= single) return count.Parts == (text.Length == 0 ? 0 : 1);
            return count.Parts * part >= count.Units && (count.Parts - 1) * (part - 1) < count.Units;
        }).QuickCheckThrowOnFailure();
    }
}
