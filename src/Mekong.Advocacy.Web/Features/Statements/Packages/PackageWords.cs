using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements.Packages;

/// <summary>The words in which a package is shown and checked, the same on its page and on the command line.</summary>
internal static class PackageWords
{
    private static readonly string[] OfPage =
    [
        "for", "made", "checking", "explain", "published", "check", "right", "wrong", "compare", "published-fits", "package-hash", "bad-root", "texts",
        "authentic", "courtesy", "version", "hash", "corrigenda", "was", "becomes", "endorsers", "organisations", "named", "sealed", "individuals", "addressee-only",
        "register", "root", "entries", "languages",
    ];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All of them in all languages, for the page to carry.</summary>
    public static string Json { get; } = JsonSerializer.Serialize(
        Language.All.ToDictionary(code => code, code => OfPage.Concat(Enum.GetNames<FindingKind>()).ToDictionary(key => key, key => Raw(code, key))),
        Plain).Replace("<", "\\u003c", StringComparison.Ordinal);

    public static string Of(string language, string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, Raw(language, key), values);

    public static string Sentence(string language, Finding finding) => Of(language, finding.Kind.ToString(), finding.Place, finding.Expected, finding.Found);

    private static string Raw(string language, string key) => WordsIn.Of(language, $"verify.{key}");
}
