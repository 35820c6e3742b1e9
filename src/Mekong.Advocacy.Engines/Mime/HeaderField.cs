using System.Buffers;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>One header field as it grows word by word, folded in front of a word that would pass the line's end.</summary>
internal sealed class HeaderField
{
    // RFC 2047 §2 allows 76 on a line with encoded words, RFC 5322 §2.1.1 asks for 78 at most and forbids 998.
    private const int Preferred = 76, Forbidden = 998;
    private readonly ArrayBufferWriter<byte> output;
    private bool fresh = true;
    private int column;

    public HeaderField(string name, ArrayBufferWriter<byte> output)
    {
        this.output = output.Add(HeaderGuard.CheckName(name)).Add(":"u8);
        column = name.Length + 1;
    }

    /// <summary>One word that is written as it is, after a space or what stands in its place.</summary>
    public HeaderField Word(ReadOnlySpan<char> word, ReadOnlySpan<char> space = default)
    {
        if (space.IsEmpty) space = " ";
        if (space.Length + word.Length > Forbidden) throw new ArgumentException("A header word is over 998 characters.", nameof(word));
        if (column + space.Length + word.Length > Preferred && !(fresh && word.Length + 1 > Preferred && column + 1 + word.Length <= Forbidden))
        {
            output.Add("\r\n"u8);
            column = 0;
        }
        output.Add(space).Add(word);
        column += space.Length + word.Length;
        fresh = false;
        return this;
    }

    /// <summary>Text of any script as encoded words.</summary>
    public HeaderField Encoded(string value)
    {
        foreach (var word in EncodedWords.Cut(value, Preferred - column - 1)) Word(word);
        return this;
    }

    public void End() => output.Add("\r\n"u8);
}
