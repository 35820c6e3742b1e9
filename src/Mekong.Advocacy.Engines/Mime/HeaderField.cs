using System.Text;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>One header field as it grows word by word, folded in front of a word that would pass the line's end.</summary>
internal sealed class HeaderField
{
    // RFC 2047 §2 allows 76 on a line with encoded words, RFC 5322 §2.1.1 asks for 78 at most and forbids 998.
    private const int Preferred = 76, Forbidden = 998;
    private readonly StringBuilder text;
    private int column;

    public HeaderField(string name)
    {
        text = new StringBuilder(HeaderGuard.CheckName(name)).Append(':');
        column = text.Length;
    }

    /// <summary>One word that is written as it is, after <paramref name="space"/>.</summary>
    public HeaderField Word(string word, string space = " ")
    {
        if (space.Length + word.Length > Forbidden) throw new ArgumentException("A header word is over 998 characters.", nameof(word));
        var starts = text[^1] == ':';
        if (column + space.Length + word.Length > Preferred && !(starts && word.Length + 1 > Preferred && column + 1 + word.Length <= Forbidden))
        {
            text.Append("\r\n");
            column = 0;
        }
        text.Append(space).Append(word);
        column += space.Length + word.Length;
        return this;
    }

    /// <summary>Text of any script as encoded words.</summary>
    public HeaderField Encoded(string value)
    {
        foreach (var word in EncodedWords.Cut(value, Preferred - column - 1)) Word(word);
        return this;
    }

    public override string ToString() => text.Append("\r\n").ToString();
}
