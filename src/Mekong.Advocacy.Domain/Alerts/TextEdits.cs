using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Domain.Alerts;

/// <summary>
/// What somebody typed over an alert's name and texts, and what each was when they began. What they left alone never
/// overwrites what somebody else has written meanwhile.
/// </summary>
/// <param name="Texts">By language; an empty text takes the language out. Languages left out stay as they are.</param>
public sealed record TextEdits(string Name, string Source, IReadOnlyDictionary<string, AlertText> Texts)
{
    /// <summary>By language the hash of the text the writer began with, empty for none. A language without one overwrites.</summary>
    public IReadOnlyDictionary<string, string> Bases { get; init; } = new Dictionary<string, string>();

    /// <summary>Null: the name given here counts in any case.</summary>
    public string? NameBefore { get; init; }

    public string? SourceBefore { get; init; }

    /// <summary>Languages whose stored text has moved to something that neither the writer began with nor wrote.</summary>
    public IEnumerable<string> Moved(AlertContent content) =>
        from language in Language.All
        where Texts.ContainsKey(language) && Bases.ContainsKey(language) && !IsLeftAlone(language)
        let stored = HashOf(content.Texts.GetValueOrDefault(language))
        where stored != Bases[language] && stored != HashOf(Texts[language])
        select language;

    public IEnumerable<Refusal> Conflicts(AlertContent content) =>
        Moved(content).Select(language => AlertRefusals.TextWasChanged.At($"texts.{language}"));

    public AlertContent Onto(AlertContent content)
    {
        var texts = new Dictionary<string, AlertText>(content.Texts);
        foreach (var (language, text) in Texts.Where(pair => !IsLeftAlone(pair.Key)))
            if (text.IsEmpty) texts.Remove(language);
            else texts[language] = text;
        return content with
        {
            Name = Name == NameBefore ? content.Name : Name,
            Source = Source == SourceBefore ? content.Source : Source,
            Texts = texts,
        };
    }

    /// <summary>The hash of a text as the form and the API carry it; empty for none.</summary>
    public static string HashOf(AlertText? text) => text is null or { IsEmpty: true } ? "" : ContentHash.Of(text);

    private bool IsLeftAlone(string language) => Bases.TryGetValue(language, out var before) && HashOf(Texts[language]) == before;
}
