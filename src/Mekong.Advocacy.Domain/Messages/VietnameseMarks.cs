using System.Text;

namespace Mekong.Advocacy.Domain.Messages;

/// <summary>The letters of Vietnamese and what is left of them without tone and vowel marks.</summary>
internal static class VietnameseMarks
{
    /// <summary>Grave, acute, circumflex, tilde, breve, hook, horn, dot below: the marks of quốc ngữ and of nothing else here.</summary>
    private const string Marks = "\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323";

    /// <summary>All marks go, also those of à and é, which GSM has: a word with half its tones would read as another word.</summary>
    public static char Off(char c)
    {
        if (c is 'đ' or 'Đ') return c == 'đ' ? 'd' : 'D';
        if (c < 'À' || char.IsSurrogate(c)) return c;
        var apart = c.ToString().Normalize(NormalizationForm.FormD);
        return apart.Length > 1 && "aeiouyAEIOUY".Contains(apart[0]) && apart.Skip(1).All(Marks.Contains) ? apart[0] : c;
    }
}
