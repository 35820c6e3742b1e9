using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>Words in a given language, for messages and pages that speak their reader's language and not the visitor's.</summary>
public static class WordsIn
{
    private static readonly ResourceManager Resources = new("Mekong.Advocacy.Web.Resources.Words", typeof(WordsIn).Assembly);

    private static readonly ConcurrentDictionary<(string, string), string> Countries = new();

    public static string Of(string language, string key) =>
        Resources.GetString(key, language == Language.English ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language)) ?? key;

    /// <summary>With what the sentence quotes in place.</summary>
    public static string Of(string language, string key, params object[] quoted) => string.Format(CultureInfo.InvariantCulture, Of(language, key), quoted);

    public static string Sentence(string language, Refusal refusal) => Of(language, refusal.Code, refusal.Detail ?? "");

    /// <summary>A country by its name; one we keep no name of by its code.</summary>
    public static string Country(string language, string code) =>
        Countries.TryGetValue((language, code), out var known) ? known
        : Domain.Languages.Country.IsKnown(code) ? Countries.GetOrAdd((language, code), Of(language, $"country.{code}"))
        : code;
}
