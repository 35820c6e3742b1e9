using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Organisations;

public sealed class NameKeyTests
{
    private static readonly string[] Written =
    [
        "Homeward Cambodia", "Lotus Road Women's Group", "Nets & Families Foundation", "Hội Phụ nữ Đường Sen", "Câu lạc bộ Người trở về Sông Hồng",
        "សមាគមវិលត្រឡប់មកផ្ទះ", "ក្រុមស្ត្រីផ្លូវឈូក", "មូលនិធិអួន និងគ្រួសារ", "ສະມາຄົມຂົວຈຳປາ", "ເຮືອນການຮຽນຮູ້ແຄມຂອງ", "ပိတောက် နေရပ်ပြန်သူများ ကူညီရေးအဖွဲ့",
        "နံနက်ဈေး အလုပ်သမားအသင်း", "สมาคมแรงงานตลาดเช้า", "มูลนิธิน้ำใจ", "茶路务工者互助社", "木棉花边境家庭服务中心", "Kapok ២០២៦",
    ];

    private static readonly Gen<string> Names =
        from first in Gen.Elements(Written)
        from second in Gen.Elements([.. Written, ""])
        from cut in Gen.Choose(0, 100)
        select first[..(first.Length - first.Length * cut / 200)] + " " + second;

    private static bool SameKey(string one, string other) => NameKey.Of(one) == NameKey.Of(other);

    [Fact]
    public void A_key_is_the_same_composed_or_decomposed() => Quiet.Holds(Names, name =>
        SameKey(name, name.Normalize(NormalizationForm.FormD)) && SameKey(name, name.Normalize(NormalizationForm.FormKD)) && SameKey(name, name.Normalize(NormalizationForm.FormC)));

    [Fact]
    public void A_key_is_the_same_with_zero_width_characters_anywhere() => Quiet.Holds(
        from name in Names
        from at in Gen.Choose(0, 1000)
        from invisible in Gen.Elements("\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\uFE0F", "\u17B4")
        select (name, other: name.Insert(at % (name.Length + 1), invisible)), pair => SameKey(pair.name, pair.other));

    [Fact]
    public void A_key_is_the_same_in_capitals_and_in_full_width() => Quiet.Holds(Names, name =>
        SameKey(name, name.ToUpperInvariant()) && SameKey(name, name.ToLowerInvariant())
        && SameKey(name, string.Concat(name.Select(letter => letter is > ' ' and <= '~' and not ('\'' or '.') ? (char)(letter + 0xFEE0) : letter == ' ' ? '\u3000' : letter))));

    [Fact]
    public void A_key_is_the_same_with_other_spaces_and_punctuation_around() => Quiet.Holds(
        from name in Names
        from mark in Gen.Elements("  ", "\u00A0", "\n", " - ", "!", " (", ") ", "“", "、", "၊", "。")
        select (name, other: mark + name.Replace(" ", mark + " ", StringComparison.Ordinal) + mark), pair => SameKey(pair.name, pair.other));

    [Fact]
    public void Whatever_is_typed_has_a_key_and_a_tidy_form_that_stays()
    {
        Quiet.Holds(ArbMap.Default.GeneratorFor<string?>(), typed =>
        {
            var tidy = NameFolding.Tidy(typed ?? "");
            return NameKey.Of(typed ?? "") is not null && NameFolding.Tidy(tidy) == tidy && SameKey(tidy, NameFolding.Tidy(tidy));
        });
        Assert.Equal("", NameKey.Of("\ud83d\ude00 … \ud800"));
    }

    [Theory]
    [InlineData("Nets and Families Foundation", "Nets & Families")]
    [InlineData("The Association of Returnees", "Returnees Association")]
    [InlineData("Champa Bridge Association", "CHAMPA-BRIDGE, Ltd.")]
    [InlineData("Lotus Road Women’s Group", "Lotus Road Womens Group")]
    [InlineData("A.B.C. Network", "ABC Network")]
    [InlineData("សមាគមវិលត្រឡប់មកផ្ទះ", "វិល\u200Bត្រឡប់\u200Bមក\u200Bផ្ទះ")]
    [InlineData("បណ្ដាញពលករ", "បណ្តាញពលករ")]
    [InlineData("គោលដៅ", "គេាលដៅ")]
    [InlineData("มูลนิธิน้ำใจ", "นํ้าใจ")]
    [InlineData("มูลนิธิแหอวนและครอบครัว", "เเหอวนและครอบครัว")]
    [InlineData("ສະມາຄົມຂົວຈຳປາ", "ຂົວຈໍາປາ")]
    [InlineData("ໜອງ", "ຫນອງ")]
    [InlineData("နံနက်ဈေး အလုပ်သမားအသင်း", "နံနက်ဈေးအလုပ်သမား")]
    [InlineData("Hội Phụ nữ Đường Sen", "PHỤ NỮ ĐƯỜNG SEN")]
    [InlineData("茶路互助协会", "茶路互助")]
    [InlineData("Kapok ២០២៦", "Kapok 2026")]
    public void Two_ways_of_writing_one_name_have_one_key(string one, string other) => Assert.Equal(NameKey.Of(one), NameKey.Of(other));

    [Theory]
    [InlineData("Homeward Cambodia", "Homeward Laos")]
    [InlineData("Border Workers Network", "Border Workers Union")]
    [InlineData("Hội Xã hội", "Hội Xã")]
    [InlineData("Association", "Foundation")]
    [InlineData("สมาคม", "มูลนิธิ")]
    [InlineData("Hoa Sen", "Hoà Sen")]
    public void What_tells_two_apart_stays_in_the_key(string one, string other) => Assert.NotEqual(NameKey.Of(one), NameKey.Of(other));

    [Theory]
    [InlineData("สมาคมแรงงานตลาดเช้า", "ตลาดเช้า")]
    [InlineData("ပိတောက် နေရပ်ပြန်သူများ ကူညီရေးအဖွဲ့", "နေရပ်ပြန်")]
    [InlineData("茶路务工者互助社", "互助")]
    [InlineData("Lotus Road Women's Group", "road WOM")]
    public void What_is_searched_for_is_found_within_a_key(string name, string typed) =>
        Assert.Contains(NameKey.OfSearch(typed), NameKey.Of(name), StringComparison.Ordinal);
}
