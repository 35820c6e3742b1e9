using System.Buffers;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Unstructured values (a subject) and display names, as words of a header field.</summary>
internal static partial class HeaderText
{
    private const int LongestName = 60, LongestWord = 75;
    private const string Atom = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+/=?^_`{|}~-";

    private static readonly SearchValues<char>
        White = SearchValues.Create(" \t"),
        Visible = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]),
        Legible = SearchValues.Create(['\t', .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]),
        Phrase = SearchValues.Create(Atom + " ");

    /// <summary>Plain where it may be, encoded where it must be; a reader gets the value back to the letter.</summary>
    public static HeaderField Unstructured(this HeaderField field, string value)
    {
        if (IsIrregular(value)) return field.Encoded(value);
        if (!MustEncode(value)) return field.Verbatim(value);
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (first, last) = (Array.FindIndex(words, MustEncodeWord), Array.FindLastIndex(words, MustEncodeWord));
        if (first < 0) (first, last) = (words.Length, words.Length - 1);
        foreach (var word in words[..first]) field.Word(word);
        // What stands between is encoded as well: a reader drops the space between two encoded words (RFC 2047 §6.2).
        field.Encoded(string.Join(' ', words[first..(last + 1)]));
        foreach (var word in words[(last + 1)..]) field.Word(word);
        return field;
    }

    /// <summary>An ASCII value with a syntax of its own (List-Unsubscribe): folded at its white space, not touched otherwise.</summary>
    public static HeaderField Verbatim(this HeaderField field, string value)
    {
        for (var rest = value.AsSpan().Trim(); !rest.IsEmpty;)
        {
            var start = rest.IndexOfAnyExcept(White);
            var length = rest[start..].IndexOfAny(White) is >= 0 and var end ? end : rest.Length - start;
            field.Word(rest.Slice(start, length), rest[..start]);
            rest = rest[(start + length)..];
        }
        return field;
    }

    /// <param name="name">Without white space around it.</param>
    public static HeaderField Name(this HeaderField field, string name)
    {
        if (name.Length == 0) return field;
        if (name.Length > LongestName || MustEncode(name)) return field.Encoded(name);
        return !name.AsSpan().ContainsAnyExcept(Phrase) && !name.Contains("  ", StringComparison.Ordinal)
            ? field.Word(name)
            : field.Word($"\"{Special().Replace(name, @"\$0")}\"");
    }

    public static bool IsAscii(string value) => !value.AsSpan().ContainsAnyExcept(Legible);

    /// <summary>What is folded word by word only where no word is too long for a line.</summary>
    private static bool MustEncode(string value) => value.Contains("=?", StringComparison.Ordinal) || value.AsSpan().ContainsAnyExcept(Visible) || value.Length > LongestWord && HasLongWord(value);

    private static bool HasLongWord(string value)
    {
        foreach (var word in value.AsSpan().Split(' '))
            if (word.End.Value - word.Start.Value > LongestWord) return true;
        return false;
    }

    private static bool MustEncodeWord(string word) => word.Length > LongestWord || MustEncode(word);

    /// <summary>White space that a reader might not give back: at an end, two in a row, or not a space.</summary>
    private static bool IsIrregular(string value)
    {
        for (var i = 0; i < value.Length; i++)
            if (char.IsWhiteSpace(value[i]) && (i == 0 || i == value.Length - 1 || value[i] is '\t' or '\v' or '\f' || char.IsWhiteSpace(value[i + 1]))) return true;
        return false;
    }

    [GeneratedRegex(@"[\\""]")]
    private static partial Regex Special();
}
