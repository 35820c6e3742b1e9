using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>
/// A statement's language version as it is frozen and hashed. The rule, in words: Unicode letters are composed (NFC); every line ends with a line
/// feed; spaces, tabs and empty lines at the very beginning and the very end are cut off; everything else stays as it was written, zero-width
/// spaces and spaces at the ends of lines included. A title is one line: a line break in it becomes a space.
/// (Pages tell readers this with the words "register.text-rule".)
/// </summary>
public static class TextCanon
{
    private static readonly char[] Cut = [' ', '\t', '\n'];

    public static string Title(string title) => Body(title).Replace('\n', ' ');

    public static string Body(string body) => body
        .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
        .Normalize(NormalizationForm.FormC).Trim(Cut);

    /// <summary>Of a language version, whether or not it is in its canonical form yet.</summary>
    public static Digest Hash(string language, int version, string title, string body) => HashAsItStands(language, version, Title(title), Body(body));

    /// <summary>Of text that claims to be canonical: a verifier mends nothing.</summary>
    public static Digest HashAsItStands(string language, int version, string title, string body) =>
        language.Contains('\n', StringComparison.Ordinal) || title.Contains('\n', StringComparison.Ordinal)
            ? throw new ArgumentException("Language and title are one line each.", nameof(title))
            : Digest.Of(string.Create(CultureInfo.InvariantCulture, $"mekong-statement:v1\n{language}\n{version}\n{title}\n\n{body}"));
}
