using System.Text;

namespace Mekong.Advocacy.Domain.Organisations;

/// <summary>
/// What remains of a name when everything is taken away in which two ways of writing it may differ: two names with one key are one name.
/// A key has no spaces, for most of our scripts put none between words.
/// </summary>
public static class NameKey
{
    private const int Least = 2;

    /// <summary>Empty for a name without a letter or digit.</summary>
    public static string Of(string name) => LegalForms.Strip(string.Concat(LegalForms.Strip(NameFolding.Fold(name))), Least);

    /// <summary>What is typed into a search, to be found anywhere in a key: nothing is taken for a legal form.</summary>
    public static string OfSearch(string typed) => NameFolding.Fold(typed).Replace(" ", "", StringComparison.Ordinal);

    public static string OfAcronym(string acronym) => OfSearch(acronym);

    /// <summary>The first letters of a name of three words or more in Latin letters; empty for any other.</summary>
    public static string InitialsOf(string name)
    {
        var words = NameFolding.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("the" or "of" or "for" or "and")).ToArray();
        return words.Length >= 3 && words.All(word => word[0] is >= 'a' and <= 'z') ? string.Concat(words.Select(word => word[0])) : "";
    }

    /// <summary>The words of a name by which it is known, without accents.</summary>
    public static IReadOnlyList<string> WordsOf(string name) => [.. LegalForms.Strip(NameFolding.Fold(name)).Select(WithoutAccents)];

    /// <summary>Latin letters without their accents, as many type Vietnamese; other scripts as they are.</summary>
    public static string WithoutAccents(string key) => string.Concat(key.Normalize(NormalizationForm.FormD)
        .Where(letter => letter is not (>= '\u0300' and <= '\u036F')).Select(letter => letter == 'đ' ? 'd' : letter));
}
