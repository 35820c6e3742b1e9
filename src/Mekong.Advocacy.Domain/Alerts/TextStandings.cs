using System.Collections.Immutable;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Domain.Alerts;

public enum TextState { NotWritten, Draft, Reviewed, Outdated }

/// <summary>One language's text, the source text it was written or reviewed against, and who found it good.</summary>
/// <param name="AgainstLanguage">The source language of that moment.</param>
/// <param name="Against">Null: there was no source text yet.</param>
/// <param name="ReviewerId">Null: nobody has reviewed it since it was last changed.</param>
public sealed record TextStanding(AlertText Text, string AgainstLanguage, AlertText? Against, Guid? ReviewerId = null);

/// <summary>How far each language of an alert is: what it was written against, and whether somebody has read it since.</summary>
public sealed record TextStandings(string Source, ImmutableDictionary<string, TextStanding> Texts)
{
    public static readonly TextStandings None = new(Language.English, ImmutableDictionary<string, TextStanding>.Empty);

    public static readonly Fold<TextStandings, AlertEvent> Fold = new("alert", None, Evolve);

    public AlertText? SourceText => Texts.GetValueOrDefault(Source)?.Text;

    public TextState Of(string language) => Texts.GetValueOrDefault(language) switch
    {
        null => TextState.NotWritten,
        var standing when language != Source && SourceText is { } source && standing.Against != source => TextState.Outdated,
        { ReviewerId: not null } => TextState.Reviewed,
        _ => TextState.Draft,
    };

    /// <summary>As commands spell it; empty where there is no text.</summary>
    public string HashOf(string language) => Texts.GetValueOrDefault(language) is { } standing ? ContentHash.Of(standing.Text) : "";

    public static TextStandings Evolve(TextStandings was, AlertEvent happened) => happened switch
    {
        AlertDrafted e => was.Written(e.Content),
        AlertEdited e => was.Written(e.Content),
        AlertTextReviewed e when was.HashOf(e.Language) == e.TextHash => was.Reviewed(e.Language, e.ReviewerId),
        _ => was,
    };

    /// <summary>A text that was changed stands against the source as it is after the same edit, and nobody has reviewed it.</summary>
    private TextStandings Written(AlertContent content) => new(content.Source, content.Texts.ToImmutableDictionary(
        pair => pair.Key,
        pair => Texts.GetValueOrDefault(pair.Key) is { } standing && standing.Text == pair.Value
            ? standing
            : new TextStanding(pair.Value, content.Source, content.Texts.GetValueOrDefault(content.Source))));

    private TextStandings Reviewed(string language, Guid reviewerId) => this with
    {
        Texts = Texts.SetItem(language, new TextStanding(Texts[language].Text, Source, SourceText, reviewerId)),
    };
}
