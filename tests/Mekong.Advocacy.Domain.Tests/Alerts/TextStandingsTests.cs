using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Alerts.AlertRefusals;
using static Mekong.Advocacy.Domain.Alerts.TextState;
using static Mekong.Advocacy.Domain.Tests.Alerts.Life;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

public sealed class TextStandingsTests
{
    private static readonly AlertText NewEnglish = new("Let the river run", "Dear {{name}}, come on Friday.", ""), NewKhmer = new("", "សូមមកថ្ងៃសុក្រ", "");
    private static readonly AlertContent EnglishChanged = Content.With("en", NewEnglish);

    private readonly Spec<Alert, AlertEvent> alert = new(Alert.Fold);

    private static (TextState English, TextState Khmer, TextState Lao) After(params AlertEvent[] past)
    {
        var standings = TextStandings.Fold.Over([new AlertDrafted(Sokha, Content), .. past]);
        return (standings.Of("en"), standings.Of("km"), standings.Of("lo"));
    }

    private static AlertTextReviewed Review(AlertContent content, string language) =>
        new(Malee, language, ContentHash.Of(content.Texts[language]), content.SourceHash);

    [Fact]
    public void What_is_written_is_a_draft() => Assert.Equal((Draft, Draft, NotWritten), After());

    [Fact]
    public void A_translation_is_outdated_once_the_source_changes() =>
        Assert.Equal((Draft, Outdated, NotWritten), After(new AlertEdited(Sokha, EnglishChanged)));

    [Fact]
    public void A_translation_changed_in_the_same_edit_stands_against_the_new_source() =>
        Assert.Equal((Draft, Draft, NotWritten), After(new AlertEdited(Sokha, EnglishChanged.With("km", NewKhmer))));

    [Fact]
    public void A_text_is_reviewed_until_it_is_edited() =>
        Assert.Equal((Reviewed, Draft, NotWritten), After(Review(Content, "en"), Review(Content, "km"), new AlertEdited(Sokha, Content.With("km", NewKhmer))));

    [Fact]
    public void A_reviewed_translation_is_outdated_too_and_good_again_when_read_against_the_new_source() =>
        Assert.Equal(
            ((Draft, Outdated, NotWritten), (Draft, Reviewed, NotWritten)),
            (After(Review(Content, "km"), new AlertEdited(Sokha, EnglishChanged)),
             After(Review(Content, "km"), new AlertEdited(Sokha, EnglishChanged), Review(EnglishChanged, "km"))));

    [Fact]
    public void A_source_that_is_changed_back_outdates_nothing() =>
        Assert.Equal((Draft, Reviewed, NotWritten), After(Review(Content, "km"), new AlertEdited(Sokha, EnglishChanged), new AlertEdited(Sokha, Content)));

    [Fact]
    public void A_text_edited_and_put_back_is_a_draft() =>
        Assert.Equal((Draft, Draft, NotWritten), After(Review(Content, "km"), new AlertEdited(Sokha, Content.With("km", NewKhmer)), new AlertEdited(Sokha, Content)));

    [Fact]
    public void A_new_name_or_audience_changes_no_standing() =>
        Assert.Equal((Reviewed, Draft, NotWritten), After(Review(Content, "en"), new AlertEdited(Malee, Content with { Name = "Dam hearing on Friday" })));

    [Fact]
    public void Another_source_language_makes_the_rest_outdated() =>
        Assert.Equal((Outdated, Draft, NotWritten), After(new AlertEdited(Sokha, Content with { Source = "km" })));

    [Fact]
    public void Reading_a_text_is_recorded_once_and_again_for_another_reader()
    {
        var hash = ContentHash.Of(Content.Texts["km"]);
        alert.Given(Until(AlertStage.Draft)).When(a => a.Review(Malee, "km", hash)).Then(Review(Content, "km"));
        alert.Given([.. Until(AlertStage.Draft), Review(Content, "km")]).When(a => a.Review(Khin, "km", hash)).Then(Review(Content, "km") with { ReviewerId = Khin });
        alert.Given([.. Until(AlertStage.Draft), Review(Content, "km"), new AlertEdited(Sokha, EnglishChanged)]).When(a => a.Review(Malee, "km", hash)).Then(Review(EnglishChanged, "km"));
    }

    [Fact]
    public void A_text_that_moved_after_it_was_read_or_that_is_not_there_is_not_reviewed()
    {
        alert.Given([.. Until(AlertStage.Draft), new AlertEdited(Sokha, Content.With("km", NewKhmer))])
            .When(a => a.Review(Malee, "km", ContentHash.Of(Content.Texts["km"]))).ThenRefused(TextHasMoved.At("texts.km"));
        alert.Given(Until(AlertStage.Draft)).When(a => a.Review(Malee, "lo", "")).ThenRefused(NoSuchText.At("texts.lo"));
    }
}
