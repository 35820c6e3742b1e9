using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Unstructured values (a subject) and display names, as words of a header field.</summary>
internal static partial class HeaderText
{
    private const int LongestName = 60, LongestWord = 75;

    /// <summary>Plain where it may be, encoded where it must be; a reader gets the value back to the letter.</summary>
    public static HeaderField Unstructured(this HeaderField field, string value)
    {
        if (Irregular().IsMatch(value)) return field.Encoded(value);
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (first, last) = (Array.FindIndex(words, MustEncode), Array.FindLastIndex(words, MustEncode));
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
        foreach (Match word in SpacedWord().Matches(value.Trim())) field.Word(word.Groups["word"].Value, word.Groups["space"].Value is { Length: > 0 } s ? s : " ");
        return field;
    }

    public static HeaderField Name(this HeaderField field, string? name)
    {
        name = name?.Trim();
        if (string.IsNullOrEmpty(name)) return field;
        if (name.Length > LongestName || name.Contains("=?", StringComparison.Ordinal) || name.Any(c => c is < ' ' or > '~')) return field.Encoded(name);
        return Phrase().IsMatch(name) ? field.Word(name) : field.Word($"\"{Special().Replace(name, @"\$0")}\"");
    }

    public static bool IsAscii(string value) => value.All(c => c is '\t' or >= ' ' and <= '~');

    private static bool MustEncode(string word) =>
        word.Length > LongestWord || word.Contains("=?", StringComparison.Ordinal) || word.Any(c => c is <= ' ' or > '~');

    [GeneratedRegex(@"^\s|\s\z|\s\s|[\t\v\f]")]
    private static partial Regex Irregular();

    [GeneratedRegex(@"(?<space>[ \t]*)(?<word>[^ \t]+)")]
    private static partial Regex SpacedWord();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex Phrase();

    [GeneratedRegex(@"[\\""]")]
    private static partial Regex Special();
}
