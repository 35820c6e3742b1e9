using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Messages;

public sealed class SmsFoldingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("“Don’t sign” – it’s a trap…", "\"Don't sign\" - it's a trap...")]
    [InlineData("10\u00A0000 workers\u200B", "10 000 workers")]
    [InlineData("The hearing—on Friday", "The hearing - on Friday")]
    [InlineData("Come — all", "Come - all")]
    [InlineData("— Sokha\n—Malee", "- Sokha\n- Malee")]
    [InlineData("8–10 h, −5 °C", "8-10 h, -5 °C")] // ° has no look-alike
    [InlineData("«Non», l’ofﬁce", "\"Non\", l'office")]
    [InlineData("e\u0301te\u0301", "été")] // loose accents are joined to what GSM has
    [InlineData("Hãy ký “ngay”", "Hãy ký \"ngay\"")] // accents stay
    [InlineData("Hello {{name}} ✊", "Hello {{name}} ✊")]
    [InlineData("ＡＢＣ！", "ABC!")]
    [InlineData("Δ “Delta”", "Δ \"Delta\"")] // Greek capitals of the alphabet
    [InlineData("“សួស្តី” – ok", "“សួស្តី” – ok")]
    [InlineData("“ສະບາຍດີ”", "“ສະບາຍດີ”")]
    [InlineData("“မင်္ဂလာပါ”", "“မင်္ဂလာပါ”")]
    [InlineData("“สวัสดี”…", "“สวัสดี”…")]
    [InlineData("“你好”，ok", "“你好”，ok")]
    [InlineData("bad \ud83d half’s", "bad \ud83d half's")]
    public void Only_look_alikes_in_Latin_texts_become_plain(string text, string plain) => Assert.Equal(plain, SmsFolding.Latin(text));

    [Theory]
    [InlineData("Hãy ký tên trước thứ Sáu", "Hay ky ten truoc thu Sau")]
    [InlineData("ĐỪNG QUÊN, đường số 5…", "DUNG QUEN, duong so 5...")]
    [InlineData("mà má mả mã mạ", "ma ma ma ma ma")] // also à, which GSM has
    [InlineData("Ho\u031Bn nu\u031B\u0303a", "Hon nua")]
    [InlineData("El Niño, Köln, Å", "El Niño, Köln, Å")] // not Vietnamese, and in the alphabet
    [InlineData("{{name}}: “ký”", "{{name}}: \"ky\"")]
    [InlineData("ký សួស្តី", "ký សួស្តី")]
    public void Vietnamese_is_written_without_marks(string text, string plain) => Assert.Equal(plain, SmsFolding.WithoutAccents(text));

    [Fact]
    public void Every_letter_of_Vietnamese_gets_into_the_GSM_alphabet()
    {
        var letters = "aăâeêioôơuưy".SelectMany(vowel => new[] { "", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323" }.Select(tone => (vowel + tone).Normalize())).ToList();
        var all = string.Concat(letters) + string.Concat(letters).ToUpperInvariant() + "đĐ";
        Assert.Equal(146, all.Length);
        Assert.Matches("^[aeiouydAEIOUYD]{146}$", SmsFolding.WithoutAccents(all));
    }

    private static readonly Gen<string> Texts = Gen.Elements(
        "a", "b ", "\n", "“", "’", "—", "–", "…", "\u00A0", "\u200B", "\u0301", "e", "ế", "đ", "Đ", "=", "\u0338", "{{name}}", "€", "✊", "\ud83d", "\u1FEF", "\u037E", "ក", "”。")
        .ListOf().Select(string.Concat);

    [Fact]
    public void Folding_twice_is_folding_once()
    {
        Quiet.Holds(Texts, text => SmsFolding.Latin(SmsFolding.Latin(text)) == SmsFolding.Latin(text));
        Quiet.Holds(Texts, text => SmsFolding.WithoutAccents(SmsFolding.WithoutAccents(text)) == SmsFolding.WithoutAccents(text));
    }

    [Theory]
    [InlineData("e`đ{{name}};\nĐ€eb –\u0338`€\u0338Đ–ếeĐeế\u0301✊–\n{{name}}”。–“{{name}}≠{{name}}✊ế—")] // a loose accent behind a letter that lost its own
    [InlineData("＝\u0338")]
    public void Also_where_a_loose_mark_meets_what_was_folded(string text)
    {
        Assert.Equal(SmsFolding.Latin(text), SmsFolding.Latin(SmsFolding.Latin(text)));
        Assert.Equal(SmsFolding.WithoutAccents(text), SmsFolding.WithoutAccents(SmsFolding.WithoutAccents(text)));
    }

    [Fact]
    public void A_text_of_the_GSM_alphabet_stays_as_it_is() =>
        Quiet.Holds(Gen.Elements("a", "é", "à", "Δ", "€", "{{name}}", " ", "\n", "-", "'", "ñ").ListOf().Select(string.Concat), text => SmsFolding.Latin(text) == text);

    [Fact]
    public void A_text_with_a_letter_of_another_script_stays_as_it_is() =>
        Quiet.Holds(Texts.Select(text => text + "ទ"), text => SmsFolding.Latin(text) == text && SmsFolding.WithoutAccents(text) == text);

    [Fact]
    public void Letters_and_merge_fields_stay_where_they_are() => Quiet.Holds(Texts.Select(text => text.Replace("\u0301", "", StringComparison.Ordinal)), text =>
        Letters(SmsFolding.Latin(text)) == Letters(text) && Letters(SmsFolding.WithoutAccents(text)) == Letters(text));

    private static string Letters(string text) => string.Concat(text.Where(c => c is 'a' or 'b' or '{' or '}' or 'n' or 'm'));
}
