using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Dialogues.DialogueRefusals;
using static Mekong.Advocacy.Domain.Tests.Dialogues.Promised;

namespace Mekong.Advocacy.Domain.Tests.Dialogues;

/// <summary>One ask, repeated across years as one thread.</summary>
public sealed class RecommendationTests
{
    private static readonly RecommendationContent Asked = new([new("en", "Let migrants vote abroad")], [new("en", "Open polling stations in embassies.")], Ministry, null, [Order]);

    private static readonly RecommendationMade Made = new(12, Asked);

    private static readonly RecommendationPresented First = new(Showing, Dara, null, new(2027, 10, 21), null);

    private readonly Spec<Recommendation, RecommendationEvent> recommendation = new(Recommendation.Fold);

    [Fact]
    public void It_gets_a_number() => recommendation.Given().When(r => r.Make(12, Asked)).Then(Made);

    [Fact]
    public void It_is_asked_of_somebody() =>
        recommendation.Given().When(r => r.Make(12, Asked with { AuthorityId = Guid.Empty })).ThenRefused(NoSuchAuthority);

    [Fact]
    public void It_is_presented_again_and_again_but_each_time_once()
    {
        recommendation.Given(Made, First).When(r => r.Present(First with { PresentationId = Khin })).ThenNothing();
        var again = new RecommendationPresented(Khin, null, Labour, new(2028, 11, 9), Vanna);
        recommendation.Given(Made, First).When(r => r.Present(again)).Then(again);
        recommendation.Given(Made).When(r => r.Present(First with { DialogueId = null })).ThenRefused(PresentedNowhere);
    }

    [Fact]
    public void Presented_words_stand_and_translations_come_later()
    {
        recommendation.Given(Made, First).When(r => r.Edit(Asked with { Titles = [new("en", "Let everybody vote")] })).ThenRefused(WordsWerePresented);
        recommendation.Given(Made, First).When(r => r.Edit(Asked with { AuthorityId = Vanna })).ThenRefused(WordsWerePresented);
        var translated = Asked with { Titles = [.. Asked.Titles, new("th", "ให้แรงงานเลือกตั้งในต่างประเทศได้")] };
        recommendation.Given(Made, First).When(r => r.Edit(translated)).Then(new RecommendationEdited(translated));
        recommendation.Given(Made).When(r => r.Edit(Asked with { Titles = [new("en", "Let everybody vote")] })).Then(new RecommendationEdited(Asked with { Titles = [new("en", "Let everybody vote")] }));
    }

    [Fact]
    public void What_is_not_asked_any_more_is_not_presented()
    {
        recommendation.Given(Made).When(r => r.Close("It came true.")).Then(new RecommendationClosed("It came true."));
        recommendation.Given(Made, new RecommendationClosed("x")).When(r => r.Present(First)).ThenRefused(RecommendationIsClosed);
    }
}
