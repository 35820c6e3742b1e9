using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Text of any script as encoded words (RFC 2047), none over 75 characters, cut between what a reader sees as letters.</summary>
internal static class EncodedWords
{
    private const int Frame = 12; // =?utf-8?B? and ?=
    private const int Longest = 75 - Frame;
    private const int WorthBeginning = 20;

    /// <param name="room">Columns left on the line for the first word; the others have a line each.</param>
    public static IEnumerable<string> Cut(string text, int room)
    {
        var all = Encoding.UTF8.GetBytes(text);
        var q = Length(all, true) <= Length(all, false);
        var space = room - Frame < WorthBeginning ? Longest : Math.Min(room - Frame, Longest);
        var word = new List<byte>();
        foreach (var letter in Letters(text, q))
        {
            if (word.Count > 0 && Length([.. word, .. letter], q) > space)
            {
                yield return Framed(word, q);
                word.Clear();
                space = Longest;
            }
            word.AddRange(letter);
        }
        if (word.Count > 0) yield return Framed(word, q);
    }

    /// <summary>Grapheme clusters; a cluster too long for one word (stacked marks) falls apart into its characters.</summary>
    private static IEnumerable<byte[]> Letters(string text, bool q)
    {
        for (var i = 0; i < text.Length;)
        {
            var cluster = text.Substring(i, StringInfo.GetNextTextElementLength(text, i));
            i += cluster.Length;
            var bytes = Encoding.UTF8.GetBytes(cluster);
            if (Length(bytes, q) <= Longest) yield return bytes;
            else foreach (var rune in cluster.EnumerateRunes()) yield return Encoding.UTF8.GetBytes(rune.ToString());
        }
    }

    private static int Length(byte[] bytes, bool q) =>
        q ? bytes.Sum(b => b == ' ' || IsPlain(b) ? 1 : 3) : (bytes.Length + 2) / 3 * 4;

    private static string Framed(List<byte> bytes, bool q) =>
        q ? $"=?utf-8?Q?{string.Concat(bytes.Select(Q))}?=" : $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";

    private static string Q(byte b) => b == ' ' ? "_" : IsPlain(b) ? ((char)b).ToString() : $"={b:X2}";

    // RFC 2047 §5 (3): the set that is safe in a phrase, too.
    private static bool IsPlain(byte b) =>
        char.IsAsciiLetterOrDigit((char)b) || b is (byte)'!' or (byte)'*' or (byte)'+' or (byte)'-' or (byte)'/';
}
