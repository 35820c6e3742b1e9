using System.Globalization;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using static Mekong.Advocacy.Domain.Dialogues.DialogueRefusals;

namespace Mekong.Advocacy.Domain.Dialogues;

/// <summary>What names, texts, references and reasons must look like, wherever one types them. Each is held against what would be kept.</summary>
public static partial class DialogueRules
{
    public const int LongestLine = 200, LongestText = 20_000, LongestQuote = 4_000, LongestReason = 2_000, LongestUrl = 2_000, Most = 40;

    /// <summary>At least one language, one line each.</summary>
    public static IEnumerable<Refusal> NameFaults(ValueList<Wording> names, string field) =>
        names.Count == 0 ? [NeedsName.At(field)] : TextFaults(names, field, LongestLine, oneLine: true);

    public static IEnumerable<Refusal> TextFaults(ValueList<Wording> texts, string field, int longest, bool oneLine = false)
    {
        foreach (var text in texts)
        {
            var place = $"{field}.{text.Language}";
            if (!Language.IsKnown(text.Language)) yield return UnknownLanguage.At(place, text.Language);
            if (oneLine && IsLines(text.Text)) yield return OneLineOnly.At(place);
            if (text.Text.Length > longest) yield return TextTooLong.At(place, Number(longest));
        }
        foreach (var twice in texts.GroupBy(text => text.Language, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return TwiceInOneLanguage.At($"{field}.{twice.Key}", twice.Key);
    }

    /// <summary>Something, in one line.</summary>
    public static IEnumerable<Refusal> LineFaults(string line, string field, int longest)
    {
        if (string.IsNullOrWhiteSpace(line)) yield return NeedsText.At(field);
        if (IsLines(line.Trim())) yield return OneLineOnly.At(field);
        if (line.Length > longest) yield return TextTooLong.At(field, Number(longest));
    }

    public static Refusal? ReasonFault(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? NeedsReason : reason.Length > LongestReason ? TextTooLong.At("reason", Number(LongestReason)) : null;

    public static IEnumerable<Refusal> ReferenceFaults(ValueList<Reference> references, string field)
    {
        if (references.Count > Most) yield return TooMany.At(field, Number(Most));
        for (var i = 0; i < references.Count; i++)
        {
            var (one, place) = (references[i], $"{field}.{i + 1}");
            foreach (var fault in LineFaults(one.Title, $"{place}.title", LongestLine)) yield return fault;
            if (one.Language is not null && !Language.IsKnown(one.Language)) yield return UnknownLanguage.At($"{place}.language", one.Language);
            if (one.Url is not null && !IsAddress(one.Url)) yield return AddressNotUnderstood.At($"{place}.url", one.Url);
            if (one.Kind is ReferenceKind.Statement or ReferenceKind.Dialogue or ReferenceKind.File && one.Id is null) yield return NeedsTarget.At($"{place}.id");
        }
    }

    public static bool IsAddress(string url) =>
        url.Length <= LongestUrl && Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", UserInfo: "" } && !IsLines(url);

    public static bool IsCountry(string code) => CountryCode().IsMatch(code);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsLines(string text) => text.AsSpan().ContainsAny('\n', '\r');

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex CountryCode();
}
