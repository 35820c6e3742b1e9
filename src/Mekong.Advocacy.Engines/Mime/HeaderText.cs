using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Unstructured values (a subject) and display names, as words of a header field.</summary>
internal static partial class HeaderText
{
    private const int LongestName = 60;

    /// <summary>Plain where it may be, encoded where it must be; a reader gets the value back to the letter.</summary>
    public static HeaderField Unstructured(this HeaderField field, string value)
    {
        if (Irregular().IsMatch(value)) return field.Encoded(value);
        var run = new List<string>();
        foreach (var word in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsPlain(word) || word.Length > 75) { run.Add(word); continue; }
            Flush(field, run);
            field.Word(word);
        }
        Flush(field, run);
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

    // A run of encoded words carries its inner spaces itself: a reader drops the space between two of them (RFC 2047 §6.2).
    private static void Flush(HeaderField field, List<string> run)
    {
        if (run.Count > 0) field.Encoded(string.Join(' ', run));
        run.Clear();
    }

    private static bool IsPlain(string word) => word.All(c => c is > ' ' and <= '~') && !word.Contains("=?", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s|\s\z|\s\s|[\t\v\f]")]
    private static partial Regex Irregular();

    [GeneratedRegex(@"(?<space>[ \t]*)(?<word>[^ \t]+)")]
    private static partial Regex SpacedWord();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex Phrase();

    [GeneratedRegex(@"[\\""]")]
    private static partial Regex Special();
}
