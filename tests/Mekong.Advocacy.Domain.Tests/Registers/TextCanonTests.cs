using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Registers;

public sealed class TextCanonTests
{
    private static readonly Gen<string> Texts = Gen.Elements(
        "a", " ", "\n", "\t", "é", "e\u0301", "Tiền lương", "ở", "ឱ្យ\u200Bមាន", "ဦး", "\u1025\u102E", "ให้", "ນຳ", "工资", "한", "\u3000", "👍").ListOf().Select(string.Concat);

    [Fact]
    public void Composed_and_decomposed_texts_and_all_line_ends_hash_alike() => Quiet.Holds(
        from title in Texts from body in Texts from end in Gen.Elements("\r\n", "\r") select (title, body, end), text =>
            Hash(text.title, text.body).Equals(Hash(text.title.Normalize(NormalizationForm.FormD), text.body.Normalize(NormalizationForm.FormD)))
            && Hash(text.title, text.body).Equals(Hash($" {text.title}\n", $"\n\t {text.body} ".Replace("\n", text.end, StringComparison.Ordinal))));

    [Fact]
    public void A_zero_width_space_and_a_space_at_the_end_of_a_line_change_the_hash() => Quiet.Holds(
        from body in Texts from at in Gen.Choose(0, 40) select $"x{body}x" is var text ? (text, text[..(1 + Math.Min(at, body.Length))], text[(1 + Math.Min(at, body.Length))..]) : default, cut =>
            char.IsLowSurrogate(cut.Item3[0])
            || !Hash("", cut.Item1).Equals(Hash("", $"{cut.Item2}\u200B{cut.Item3}")) && !Hash("", "a\nb").Equals(Hash("", "a \nb")));

    [Fact]
    public void The_canonical_form_is_its_own() => Quiet.Holds(Texts, text =>
        TextCanon.Body(TextCanon.Body(text)) == TextCanon.Body(text) && TextCanon.Title(TextCanon.Title(text)) == TextCanon.Title(text)
        && !TextCanon.Title(text).Contains('\n', StringComparison.Ordinal));

    [Fact]
    public void What_moves_between_language_version_title_and_body_changes_the_hash() => Assert.Equal(6, new[]
    {
        TextCanon.Hash("en", 1, "Wages", "unpaid"), TextCanon.Hash("km", 1, "Wages", "unpaid"), TextCanon.Hash("en", 2, "Wages", "unpaid"),
        TextCanon.Hash("en", 1, "Wages unpaid", ""), TextCanon.Hash("en", 1, "", "Wages\n\nunpaid"), TextCanon.Hash("en", 1, "", "Wages unpaid"),
    }.Distinct().Count());

    [Fact]
    public void It_is_plain_SHA_256_that_anybody_can_compute_again() =>
        // printf 'mekong-statement:v1\nvi\n2\nTiền lương\n\nTrả ngay.' | sha256sum
        Assert.Equal("c65c46712f0407feedb0e5285ec3db6f13d84026ad63e2c733cc47b6519f4622", TextCanon.Hash("vi", 2, " Tie\u0302\u0300n lương\r\n", "Trả ngay.\r\n").ToString());

    private static Digest Hash(string title, string body) => TextCanon.Hash("km", 1, title, body);
}
