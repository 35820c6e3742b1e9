using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Domain.Messages;

/// <summary>Tells texts in Latin letters from those in other scripts, by the Unicode blocks that hold Latin letters.</summary>
public static class LatinScript
{
    /// <summary>True when no letter or sign of another script stands in the text; digits and punctuation belong to any.</summary>
    public static bool Is(string text) => text.EnumerateRunes().All(Fits);

    private static bool Fits(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => IsLatin(rune.Value) || rune.IsBmp && GsmAlphabet.Septets((char)rune.Value) > 0,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => rune.Value is >= 0x300 and <= 0x36F or >= 0xFE00 and <= 0xFE0F,
        UnicodeCategory.DecimalDigitNumber => rune.Value <= '9' || rune.Value is >= 0xFF10 and <= 0xFF19,
        _ => true,
    };

    private static bool IsLatin(int letter) => letter is <= 0x24F or >= 0x2B0 and <= 0x2FF or >= 0x1E00 and <= 0x1EFF
        or 0x212A or 0x212B or >= 0x2C60 and <= 0x2C7F or >= 0xA720 and <= 0xA7FF or >= 0xFB00 and <= 0xFB06 or >= 0xFF21 and <= 0xFF5A;
}
