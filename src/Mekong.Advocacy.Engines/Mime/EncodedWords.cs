using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Text of any script as encoded words (RFC 2047), none over 75 characters, cut between what a reader sees as letters.</summary>
internal static class EncodedWords
{
    private const int Frame = 12; // =?utf-8?B? and ?=
    private const int Longest = 75 - Frame;
    private const int WorthBeginning = 20;

    // RFC 2047 §5 (3): the set that is safe in a phrase, too.
    private static readonly SearchValues<byte> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/ "u8);

    /// <param name="room">Columns left on the line for the first word; the others have a line each.</param>
    public static IEnumerable<string> Cut(string text, int room)
    {
        var all = Encoding.UTF8.GetBytes(text);
        var q = Length(all, true) <= Length(all, false);
        var space = room - Frame < WorthBeginning ? Longest : Math.Min(room - Frame, Longest);
        var (start, length) = (0, 0); // of the word: its first character; its length in bytes, or encoded where each letter counts for itself
        for (var i = 0; i < text.Length;)
        {
            var letter = LetterAt(text, i, q);
            var width = Width(text.AsSpan(i, letter), q);
            if (i > start && Encoded(length + width, q) > space)
            {
                yield return Framed(text.AsSpan(start, i - start), q);
                (start, length, space) = (i, 0, Longest);
            }
            (i, length) = (i + letter, length + width);
        }
        if (start < text.Length) yield return Framed(text.AsSpan(start), q);
    }

    /// <summary>The grapheme cluster's length; one too long for a word (stacked marks) falls apart into its characters.</summary>
    private static int LetterAt(string text, int at, bool q)
    {
        if (text[at] is < '\x80' and not '\r' && (at + 1 == text.Length || text[at + 1] < 0x80)) return 1;
        var cluster = StringInfo.GetNextTextElementLength(text, at);
        if (Encoded(Width(text.AsSpan(at, cluster), q), q) <= Longest) return cluster;
        Rune.DecodeFromUtf16(text.AsSpan(at), out _, out var character);
        return character;
    }

    private static int Width(ReadOnlySpan<char> letter, bool q)
    {
        if (!q) return Encoding.UTF8.GetByteCount(letter);
        Span<byte> utf8 = letter.Length <= 64 ? stackalloc byte[192] : new byte[3 * letter.Length];
        return Length(utf8[..Encoding.UTF8.GetBytes(letter, utf8)], q);
    }

    private static int Encoded(int width, bool q) => q ? width : (width + 2) / 3 * 4;

    private static int Length(ReadOnlySpan<byte> bytes, bool q)
    {
        if (!q) return Encoded(bytes.Length, q);
        var length = 0;
        foreach (var b in bytes) length += Plain.Contains(b) ? 1 : 3;
        return length;
    }

    private static string Framed(ReadOnlySpan<char> word, bool q)
    {
        Span<byte> utf8 = stackalloc byte[3 * Longest];
        ReadOnlySpan<byte> bytes = utf8[..Encoding.UTF8.GetBytes(word, utf8)];
        return q ? $"=?utf-8?Q?{Q(bytes)}?=" : $"=?utf-8?B?{Convert.ToBase64String(bytes)}?=";
    }

    private static string Q(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(3 * bytes.Length);
        foreach (var b in bytes)
            if (b == ' ') text.Append('_');
            else if (Plain.Contains(b)) text.Append((char)b);
            else text.Append(CultureInfo.InvariantCulture, $"={b:X2}");
        return text.ToString();
    }
}
