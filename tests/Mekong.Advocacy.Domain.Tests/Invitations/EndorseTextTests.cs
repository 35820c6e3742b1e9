using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Invitations;

namespace Mekong.Advocacy.Domain.Tests.Invitations;

/// <summary>What people type into a phone to sign, and what must not be taken for it.</summary>
public sealed class EndorseTextTests
{
    private static readonly string[] Words = ["endorse ", "គាំទ្រ", "ສະໜັບສະໜູນ ", "ထောက်ခံ", "สนับสนุน ", "ủng hộ ", "联署"];

    private static readonly int[] Zeros = ['0', '០', '໐', '၀', '๐', '０'];

    [Theory]
    [InlineData("ENDORSE 12")]
    [InlineData("  endorse   12  ")]
    [InlineData("Endorse12")]
    [InlineData("endorse #12.")]
    [InlineData("ＥＮＤＯＲＳＥ　１２")]
    [InlineData("END\u200BORSE\u00A01\u200C2")]
    [InlineData("ENDORSE ១២")]
    [InlineData("ENDORSE ໑໒")]
    [InlineData("ENDORSE ၁၂")]
    [InlineData("ENDORSE ๑๒")]
    [InlineData("គាំទ្រ១២")]
    [InlineData("ចុះហត្ថលេខា ១២។")]
    [InlineData("ສະໜັບສະໜູນ ໑໒")]
    [InlineData("ສະຫນັບສະຫນູນ 12")]
    [InlineData("ထောက်ခံ ၁၂။")]
    [InlineData("สนับสนุน ๑๒")]
    [InlineData("ลงนาม12")]
    [InlineData("ủng hộ 12")]
    [InlineData("UNG HO 12")]
    [InlineData("Ký tên 12")]
    [InlineData("联署１２。")]
    [InlineData("聯署 12")]
    public void Every_script_and_its_digits_sign(string message) => Assert.Equal(new EndorseText(12), EndorseText.Read(message));

    [Theory]
    [InlineData("ENDORSE 12 SEALED", null)]
    [InlineData("endorse 12 sealed.", null)]
    [InlineData("联署12保密", null)]
    [InlineData("គាំទ្រ ១២ លាក់ឈ្មោះ", null)]
    [InlineData("สนับสนุน 12 ปิดชื่อ", null)]
    [InlineData("ủng hộ 12 an ten", null)]
    [InlineData("ENDORSE 12 TWC SEALED", "TWC")]
    [InlineData("ENDORSE 12 sealed twc", "TWC")]
    public void A_name_may_be_kept_from_the_public(string message, string? organisation) => Assert.Equal(new EndorseText(12, Sealed: true, organisation), EndorseText.Read(message));

    [Theory]
    [InlineData("ENDORSE 12 TWC", "TWC")]
    [InlineData("endorse 12twc", "TWC")]
    [InlineData("Endorse 12, Đất Lành", "DAT LANH")]
    public void An_organisation_may_be_named(string message, string organisation) => Assert.Equal(new EndorseText(12, Organisation: organisation), EndorseText.Read(message));

    [Theory]
    [InlineData("ENDORSE")]
    [InlineData("endorse twelve")]
    [InlineData("ENDORSE 123456789")]
    public void Without_a_number_that_is_one_there_is_nothing_to_sign(string message) => Assert.Equal(new EndorseText(Number: null), EndorseText.Read(message));

    [Theory]
    [InlineData("STOP")]
    [InlineData("stop")]
    [InlineData("HELP")]
    [InlineData("END")]
    [InlineData("12")]
    [InlineData("")]
    [InlineData("thanks, we endorse 12")]
    [InlineData("ENDORSEMENT 12")]
    public void Anything_else_is_left_alone(string message) => Assert.Null(EndorseText.Read(message));

    [Fact]
    public void Any_number_is_read_in_any_script_after_any_word() => Prop.ForAll(
        (from number in Gen.Choose(0, 9_999_999) from word in Gen.Elements(Words) from zero in Gen.Elements(Zeros) select (number, word, zero)).ToArbitrary(),
        given => EndorseText.Read(given.word + string.Concat(given.number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(given.zero + digit - '0'))))
            == new EndorseText(given.number)).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void No_message_whatever_breaks_the_reader() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(), text => EndorseText.Read("ENDORSE 1" + text) is not null || true).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
}
