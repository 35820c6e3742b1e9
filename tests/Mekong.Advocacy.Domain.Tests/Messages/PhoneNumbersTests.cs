using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Messages;

namespace Mekong.Advocacy.Domain.Tests.Messages;

public sealed class PhoneNumbersTests
{
    [Theory]
    [InlineData("012 345 678", "KH", "+85512345678")]
    [InlineData("០១២ ៣៤៥ ៦៧៨", "KH", "+85512345678")]
    [InlineData("+855 (0)12 345 678", "KH", "+85512345678")]
    [InlineData("00855-12-345-678", "TH", "+85512345678")]
    [InlineData("85512345678", "KH", "+85512345678")]
    [InlineData("020 55 123 456", "LA", "+8562055123456")]
    [InlineData("໐໒໐ ໕໕ ໑໒໓ ໔໕໖", "la", "+8562055123456")]
    [InlineData("၀၉ ၇၇၁ ၂၃၄ ၅၆၇", "MM", "+959771234567")]
    [InlineData("09 9912 345", "MM", "+9599912345")]
    [InlineData("๐๘๑-๒๓๔-๕๖๗๘", "TH", "+66812345678")]
    [InlineData("0912.345.678", "VN", "+84912345678")]
    [InlineData("138 0013 8000", "CN", "+8613800138000")]
    [InlineData("＋８６ １３８ ００１３ ８０００", null, "+8613800138000")]
    [InlineData("\u200e+66 81\u00a0234\u20115678\u200b", null, "+66812345678")]
    [InlineData("+41 44 668 18 00", null, "+41446681800")]
    [InlineData("0012025550123", "KH", "+12025550123")]
    public void A_number_is_read_as_people_write_it(string written, string? country, string expected) =>
        Assert.Equal(expected, PhoneNumbers.Read(written, country).E164);

    [Theory]
    [InlineData("", "KH", "not-a-number")]
    [InlineData(null, "KH", "not-a-number")]
    [InlineData("call me", "KH", "not-a-number")]
    [InlineData("012 345 678 ext 2", "KH", "not-a-number")]
    [InlineData("012+345678", "KH", "not-a-number")]
    [InlineData("++85512345678", "KH", "not-a-number")]
    [InlineData("012 34 56", "KH", "not-a-number")]
    [InlineData("+855 12 345 678 901", null, "not-a-number")]
    [InlineData("+4144668180012345", null, "not-a-number")]
    [InlineData("+41 44 66", null, "not-a-number")]
    [InlineData("023 456 789", "KH", "not-mobile")]
    [InlineData("+86 10 6552 9988", null, "not-mobile")]
    [InlineData("012 345 678", null, "unknown-country")]
    [InlineData("012 345 678", "FR", "unknown-country")]
    [InlineData("+999 12 345 678", "KH", "unknown-country")]
    public void What_cannot_be_read_says_why(string? written, string? country, string reason) =>
        Assert.Equal(new PhoneReading(null, null, reason), PhoneNumbers.Read(written, country));

    [Theory]
    [InlineData("+85512345678", "KH")]
    [InlineData("+12025550123", "US")]
    [InlineData("+882161234567", null)]
    public void The_country_is_told_by_the_calling_code(string written, string? country) =>
        Assert.Equal(country, PhoneNumbers.Read(written).Country);

    [Fact]
    public void Two_hundred_numbers_are_read_as_libphonenumber_reads_them()
    {
        Assert.True(PhoneExamples.All.Count() >= 200);
        Assert.Equal(
            PhoneExamples.All.Select(e => $"{e.Country} {e.Written} {e.Expected}"),
            PhoneExamples.All.Select(e => $"{e.Country} {e.Written} {PhoneNumbers.Read(e.Written, e.Country).E164 ?? "-"}"));
    }

    [Fact]
    public void Reading_a_read_number_again_changes_nothing()
    {
        var written = from e in Gen.Elements(PhoneExamples.All.ToArray()) select (e.Country, e.Written);
        Prop.ForAll(written.ToArbitrary(), w =>
        {
            var once = PhoneNumbers.Read(w.Written, w.Country);
            return once.E164 is null || PhoneNumbers.Read(once.E164) == once;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_is_written_gets_a_number_or_a_reason()
    {
        var characters = Gen.Elements("0123456789+- .()៨໘၈๘x\0\ud83d ".ToArray());
        var texts = from letters in Gen.ArrayOf(characters)
                    from country in Gen.Elements("KH", "LA", "MM", "TH", "VN", "CN", null!)
                    select (new string(letters), country);
        Prop.ForAll(texts.ToArbitrary(), t =>
        {
            var (number, _, reason) = PhoneNumbers.Read(t.Item1, t.country);
            return number is null
                ? reason is not null
                : reason is null && number[0] == '+' && number.Length <= 16 && number[1..].All(char.IsAsciiDigit);
        }).QuickCheckThrowOnFailure();
    }
}
