using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Alerts.AlertRefusals;
using static Mekong.Advocacy.Domain.Tests.Alerts.Life;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

public sealed class AlertDraftingTests
{
    private readonly Spec<Alert, AlertEvent> alert = new(Alert.Fold);

    [Fact]
    public void An_alert_is_drafted() =>
        alert.Given().When(a => a.Draft(Sokha, Content)).Then(new AlertDrafted(Sokha, Content));

    [Fact]
    public void A_faulty_draft_is_refused_at_its_field() =>
        alert.Given().When(a => a.Draft(Sokha, Content with { Name = " " })).ThenRefused(new Refusal("alert.needs-name", "name"));

    [Fact]
    public void A_faulty_edit_is_refused_at_its_field() =>
        alert.Given(Until(AlertStage.Draft))
            .When(a => a.Edit(Malee, Content.With("km", new("", "សួស្តី {{phone}}", ""))))
            .ThenRefused(new Refusal("alert.unknown-merge-field", "texts.km.body", "{{phone}}"));

    [Theory]
    [InlineData(AlertStage.AwaitingApproval)]
    [InlineData(AlertStage.Approved)]
    [InlineData(AlertStage.Scheduled)]
    [InlineData(AlertStage.Sending)]
    [InlineData(AlertStage.Paused)]
    [InlineData(AlertStage.Finished)]
    [InlineData(AlertStage.Cancelled)]
    public void An_alert_is_drafted_once(AlertStage stage) =>
        alert.Given(Until(stage)).When(a => a.Draft(Sokha, Content)).ThenRefused(AlreadyWritten);

    [Fact]
    public void A_draft_is_not_overwritten_by_another_author() =>
        alert.Given(Until(AlertStage.Draft)).When(a => a.Draft(Malee, Content)).ThenRefused(AlreadyWritten);

    [Fact]
    public void A_draft_is_not_overwritten_with_other_content() =>
        alert.Given(Until(AlertStage.Draft)).When(a => a.Draft(Sokha, Content with { Name = "Other" })).ThenRefused(AlreadyWritten);

    [Theory]
    [InlineData(AlertStage.Draft)]
    [InlineData(AlertStage.AwaitingApproval)]
    [InlineData(AlertStage.Approved)]
    [InlineData(AlertStage.Scheduled)]
    public void An_alert_may_be_edited_until_it_leaves(AlertStage stage)
    {
        var edited = Content with { Fallback = Fallback.None };
        alert.Given(Until(stage)).When(a => a.Edit(Malee, edited)).Then(new AlertEdited(Malee, edited));
    }

    [Theory]
    [InlineData(AlertStage.Draft)]
    [InlineData(AlertStage.AwaitingApproval)]
    [InlineData(AlertStage.Approved)]
    [InlineData(AlertStage.Scheduled)]
    public void Saving_without_a_change_changes_nothing(AlertStage stage) =>
        alert.Given(Until(stage)).When(a => a.Edit(Malee, Content with { Texts = Content.Texts.Reverse().ToDictionary() })).ThenNothing();

    [Theory]
    [InlineData(AlertStage.Unwritten, "alert.no-such-alert")]
    [InlineData(AlertStage.Sending, "alert.already-leaving")]
    [InlineData(AlertStage.Paused, "alert.already-leaving")]
    [InlineData(AlertStage.Finished, "alert.already-over")]
    [InlineData(AlertStage.Cancelled, "alert.already-over")]
    public void Else_it_may_not_be_edited(AlertStage stage, string code) =>
        alert.Given(Until(stage)).When(a => a.Edit(Malee, Content with { Name = "New name" })).ThenRefused(new Refusal(code));
}
