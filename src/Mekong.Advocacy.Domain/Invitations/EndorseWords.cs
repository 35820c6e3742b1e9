using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Domain.Invitations;

/// <summary>The words that make a text message a signature, in the seven languages, and the form in which they are compared.</summary>
internal static class EndorseWords
{
    public static readonly IReadOnlyList<string> Endorse = Folded(
        "ENDORSE", "គាំទ្រ", "ចុះហត្ថលេខា", "ສະໜັບສະໜູນ", "ລົງນາມ", "ထောက်ခံ", "လက်မှတ်ထိုး", "สนับสนุน", "ลงนาม", "รับรอง", "ỦNG HỘ", "KÝ TÊN", "联署", "聯署", "支持");

    public static readonly IReadOnlyList<string> Sealed = Folded(
        "SEALED", "លាក់ឈ្មោះ", "ປິດຊື່", "အမည်ဝှက်", "ปิดชื่อ", "ẨN TÊN", "保密", "匿名");

    /// <summary>
    /// Full-width signs become narrow, the digits of every script 0 to 9, letters capitals; signs without width vanish, and the accents that
    /// Vietnamese is often typed without. What stands above and below the letters of other scripts stays.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Whole(text).Normalize(NormalizationForm.FormKC).Normalize(NormalizationForm.FormD))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(letter);
            if (category is UnicodeCategory.Format || letter is >= '\u0300' and <= '\u036F') continue;
            if (category is UnicodeCategory.DecimalDigitNumber) folded.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)));
            else folded.Append(char.IsWhiteSpace(letter) || char.IsControl(letter) ? ' ' : letter is 'đ' or 'Đ' ? 'D' : char.ToUpperInvariant(letter));
        }
        return folded.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>Half characters, which a broken message may hold, cannot be normalised.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private static string[] Folded(params string[] words) => [.. words.Select(Fold).OrderByDescending(word => word.Length)];
}
