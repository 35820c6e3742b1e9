using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>How far one language of an alert is at this moment.</summary>
/// <param name="TextHash">Empty: there is no text.</param>
/// <param name="Standing">Null: there is no text.</param>
/// <param name="ReviewedAt">Null: nobody has reviewed it since it was last changed.</param>
public sealed record TextNow(string Language, bool IsSource, TextState State, string TextHash, TextStanding? Standing, DateTimeOffset? ReviewedAt);

/// <summary>How far all seven languages of an alert are, with the hour at which each was reviewed.</summary>
public sealed class TextStates(IEventStore store)
{
    public async Task<IReadOnlyList<TextNow>> Now(Guid alertId, CancellationToken ct) =>
        Of(await store.Read(Decider.Stream(Alert.Fold, alertId), ct));

    public static IReadOnlyList<TextNow> Of(IReadOnlyList<Recorded> past)
    {
        var standings = TextStandings.Fold.Over(past.Select(recorded => recorded.Event).OfType<AlertEvent>());
        return [.. Language.All.Select(language =>
        {
            var standing = standings.Texts.GetValueOrDefault(language);
            var review = standing?.ReviewerId is null ? null : past.LastOrDefault(recorded => recorded.Event is AlertTextReviewed e && e.Language == language);
            return new TextNow(language, language == standings.Source, standings.Of(language), standings.HashOf(language), standing, review?.At);
        })];
    }
}
