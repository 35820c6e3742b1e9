using System.Globalization;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Names as long as names get, in each script: what a text must bear without breaking.</summary>
public static class LongName
{
    public const int Usual = 60;

    /// <param name="length">UTF-16 units; cut between signs that belong together.</param>
    public static string In(string language, int length = Usual)
    {
        var name = Of(language);
        while (name.Length < length) name += $" {Of(language)}";
        var cut = "";
        for (var signs = StringInfo.GetTextElementEnumerator(name); signs.MoveNext() && cut.Length + signs.GetTextElement().Length <= length;) cut += signs.GetTextElement();
        return cut.Trim();
    }

    private static string Of(string language) => language switch
    {
        "km" => "សុវណ្ណមុន្នីរតន៍ ពេជ្រវិជ្ជាសម្បត្តិ ចន្ទសិរីវឌ្ឍនា មង្គលរិទ្ធិសុភា",
        "lo" => "ສຸວັນນະພູມສີຈະເລີນ ແກ້ວມະນີວົງສະຫວັນ ພົມມະຈັນທະລາດສີສົມບັດ",
        "my" => "ဒေါ်ခင်မျိုးသန္တာထွန်း ဦးအောင်ကျော်ဇေယျမြင့်မောင် သီရိသုဓမ္မမဏိဇောတ",
        "th" => "ศิริรัตนาภรณ์พงศ์พันธุ์ วัฒนกิจไพศาลสกุลชัย ณ กรุงรัตนโกสินทร์",
        "vi" => "Nguyễn Hoàng Thị Phương Quỳnh Thục Đoan Trang Khánh Vương Thụy Vũ",
        "zh-Hans" => "欧阳慕容明月清风・阿卜杜热合曼・买买提江・独孤上官若兰",
        _ => "Alexandrina Montgomery-Featherstonehaugh Chulalongkorn-Wattana",
    };
}
