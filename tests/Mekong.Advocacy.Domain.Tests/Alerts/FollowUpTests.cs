using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Alerts.AlertRefusals;
using static Mekong.Advocacy.Domain.Tests.Alerts.Life;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

public sealed class FollowUpTests
{
    private static readonly Guid Earlier = new("0197a0c0-0000-7000-8000-0000000000b1");
    private static readonly Dictionary<string, string> Prefixes = new() { ["en"] = "Correction: ", ["km"] = "ការកែតម្រូវ៖ " };

    private readonly Spec<Alert, AlertEvent> alert = new(Alert.Fold);

    [Theory]
    [InlineData(AlertStage.Unwritten, RelationKind.Update, "alert.no-such-alert")]
    [InlineData(AlertStage.Draft, RelationKind.Update, "alert.not-begun")]
    [InlineData(AlertStage.Scheduled, RelationKind.Cancellation, "alert.not-begun")]
    [InlineData(AlertStage.Scheduled, RelationKind.NotReached, "alert.not-begun")]
    [InlineData(AlertStage.Sending, RelationKind.Update, null)]
    [InlineData(AlertStage.Paused, RelationKind.Cancellation, null)]
    [InlineData(AlertStage.Sending, RelationKind.NotReached, "alert.still-leaving")]
    [InlineData(AlertStage.Paused, RelationKind.NotReached, "alert.still-leaving")]
    [InlineData(AlertStage.Finished, RelationKind.Update, null)]
    [InlineData(AlertStage.Finished, RelationKind.NotReached, null)]
    [InlineData(AlertStage.Cancelled, RelationKind.Cancellation, null)]
    [InlineData(AlertStage.Cancelled, RelationKind.NotReached, null)]
    public void An_alert_is_followed_once_it_has_begun_to_leave(AlertStage stage, RelationKind kind, string? code) =>
        Assert.Equal(code, FollowUp.Fault(Alert.Fold.Over(Until(stage)), kind)?.Code);

    [Fact]
    public void What_was_cancelled_before_it_left_reached_nobody() =>
        Assert.Equal(NotBegun, FollowUp.Fault(Alert.Fold.Over([.. Until(AlertStage.Scheduled), new AlertCancelled()]), RelationKind.Cancellation));

    [Fact]
    public void A_correction_says_so_in_each_language_and_goes_where_the_earlier_one_went()
    {
        var correction = FollowUp.Of(Earlier, Content with { Source = "km" }, RelationKind.Update, "Correction of Dam hearing", Prefixes);
        Assert.Equal(new AlertText("Correction: Let the river run", Content.Texts["en"].Body, "Correction: Hearing on 3 Dec."), correction.Texts["en"]);
        Assert.Equal("ការកែតម្រូវ៖ សូមឱ្យទន្លេហូរ", correction.Texts["km"].Subject);
        Assert.Equal(("Correction of Dam hearing", "km", Content.Fallback), (correction.Name, correction.Source, correction.Fallback));
        Assert.Equal(new Audience([], [], [], [], ["email", "sms"]) { Relation = new(RelationKind.Update, Earlier) }, correction.Audience);
    }

    [Fact]
    public void A_correction_of_a_correction_says_so_once_and_an_empty_text_stays_empty()
    {
        var once = FollowUp.Of(Earlier, Content.With("en", new("Let it run", "Come.", "")), RelationKind.Update, "First", Prefixes);
        var twice = FollowUp.Of(Earlier, once, RelationKind.Update, "Second", Prefixes);
        Assert.Equal(new AlertText("Correction: Let it run", "Come.", ""), twice.Texts["en"]);
    }

    [Fact]
    public void A_subject_that_grows_too_long_loses_its_end_and_no_half_of_a_letter()
    {
        var long_ = string.Concat(Enumerable.Repeat("កុំ", 66)); // 198 units, three to a letter
        var correction = FollowUp.Of(Earlier, Content.With("km", new(long_, "ខ", "")), RelationKind.Update, "Name", Prefixes);
        Assert.Equal(Prefixes["km"] + string.Concat(Enumerable.Repeat("កុំ", (200 - Prefixes["km"].Length) / 3)), correction.Texts["km"].Subject);
        Assert.Empty(ContentRules.FaultsOf(correction));
    }

    [Fact]
    public void Those_not_reached_get_the_same_texts() =>
        Assert.Equal(Content.Texts["en"], FollowUp.Of(Earlier, Content, RelationKind.NotReached, "Name", new Dictionary<string, string>()).Texts["en"]);

    [Fact]
    public void What_an_alert_hangs_on_is_never_changed()
    {
        var following = Content with { Audience = Content.Audience with { Relation = new(RelationKind.Update, Earlier) } };
        var drafted = alert.Given(new AlertDrafted(Sokha, following));
        drafted.When(a => a.Edit(Sokha, Content)).ThenRefused(new Refusal("alert.relation-is-fixed", "audience.relation"));
        drafted.When(a => a.Edit(Sokha, following with { Audience = following.Audience with { Relation = new(RelationKind.NotReached, Earlier) } })).ThenRefused(RelationIsFixed);
        var narrowed = following with { Audience = following.Audience with { Channels = ["sms"] } };
        drafted.When(a => a.Edit(Sokha, narrowed)).Then(new AlertEdited(Sokha, narrowed));
        alert.Given(new AlertDrafted(Sokha, Content)).When(a => a.Edit(Sokha, following)).ThenRefused(RelationIsFixed);
    }
}
