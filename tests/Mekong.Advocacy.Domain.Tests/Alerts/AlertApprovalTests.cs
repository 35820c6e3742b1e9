using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Alerts.AlertRefusals;
using static Mekong.Advocacy.Domain.Tests.Alerts.Life;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

public sealed class AlertApprovalTests
{
    private static readonly AlertText Blank = new(" ", "", "\n");

    private readonly Spec<Alert, AlertEvent> alert = new(Alert.Fold);

    [Fact]
    public void A_complete_draft_is_put_up_for_approval() =>
        alert.Given(Until(AlertStage.Draft)).When(a => a.RequestApproval(Malee)).Then(new AlertApprovalRequested(Malee, Content.Hash));

    [Theory]
    [InlineData(AlertStage.AwaitingApproval)]
    [InlineData(AlertStage.Approved)]
    [InlineData(AlertStage.Scheduled)]
    [InlineData(AlertStage.Sending)]
    [InlineData(AlertStage.Paused)]
    public void Asking_again_changes_nothing(AlertStage stage) => alert.Given(Until(stage)).When(a => a.RequestApproval(Malee)).ThenNothing();

    [Theory]
    [InlineData(AlertStage.Unwritten, "alert.no-such-alert")]
    [InlineData(AlertStage.Finished, "alert.already-over")]
    [InlineData(AlertStage.Cancelled, "alert.already-over")]
    public void Nothing_else_is_put_up(AlertStage stage, string code) =>
        alert.Given(Until(stage)).When(a => a.RequestApproval(Malee)).ThenRefused(new Refusal(code));

    public static TheoryData<string, string, AlertContent> Incomplete => new()
    {
        { "alert.needs-email-text", "texts", Content with { Texts = new Dictionary<string, AlertText> { ["en"] = new("Subject only", "", "Sms") } } },
        { "alert.needs-email-text", "texts", Content with { Texts = new Dictionary<string, AlertText> { ["en"] = Blank } } },
        { "alert.needs-sms-text", "texts", Content with { Texts = new Dictionary<string, AlertText> { ["en"] = new("S", "B", " ") } } },
        { "alert.needs-english", "fallback", Content.With("en", Blank) with { Fallback = Fallback.English } },
        { "alert.needs-english", "fallback", Content.With("en", new("S", "B", "")) with { Fallback = Fallback.English } },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void An_incomplete_draft_may_be_saved_but_not_put_up(string code, string field, AlertContent content) =>
        alert.Given(new AlertDrafted(Sokha, content)).When(a => a.RequestApproval(Sokha)).ThenRefused(new Refusal(code, field));

    [Theory]
    [InlineData(Fallback.Next)]
    [InlineData(Fallback.None)]
    public void English_is_asked_for_only_by_the_English_fallback(Fallback fallback)
    {
        var content = Content.With("en", Blank) with { Fallback = fallback };
        alert.Given(new AlertDrafted(Sokha, content)).When(a => a.RequestApproval(Sokha)).Then(new AlertApprovalRequested(Sokha, content.Hash));
    }

    [Fact]
    public void A_second_person_approves() =>
        alert.Given(Until(AlertStage.AwaitingApproval)).When(a => a.Approve(Khin, Content.Hash)).Then(new AlertApproved(Khin, Content.Hash));

    [Theory]
    [InlineData(AlertStage.Approved)]
    [InlineData(AlertStage.Scheduled)]
    [InlineData(AlertStage.Sending)]
    [InlineData(AlertStage.Paused)]
    [InlineData(AlertStage.Finished)]
    public void Approving_again_changes_nothing(AlertStage stage) => alert.Given(Until(stage)).When(a => a.Approve(Khin, Content.Hash)).ThenNothing();

    [Theory]
    [InlineData(AlertStage.Unwritten, "alert.no-such-alert")]
    [InlineData(AlertStage.Draft, "alert.approval-not-requested")]
    [InlineData(AlertStage.Cancelled, "alert.already-over")]
    public void Nothing_else_is_approved(AlertStage stage, string code) =>
        alert.Given(Until(stage)).When(a => a.Approve(Khin, Content.Hash)).ThenRefused(new Refusal(code));

    [Fact]
    public void The_author_may_not_approve() =>
        alert.Given(Until(AlertStage.AwaitingApproval)).When(a => a.Approve(Sokha, Content.Hash)).ThenRefused(AuthorMayNotApprove);

    [Fact]
    public void Nor_the_author_of_any_edit_even_of_the_name()
    {
        var renamed = Content with { Name = "Hearing, 3 December" };
        AlertEvent[] past = [.. Until(AlertStage.AwaitingApproval), new AlertEdited(Malee, renamed)];
        alert.Given(past).When(a => a.Approve(Malee, Content.Hash)).ThenRefused(AuthorMayNotApprove);
    }

    [Fact]
    public void Nor_the_author_of_an_edit_that_was_edited_since()
    {
        var longer = Content with { Fallback = Fallback.None };
        AlertEvent[] past = [new AlertDrafted(Sokha, Content), new AlertEdited(Malee, longer), new AlertEdited(Sokha, Content), new AlertApprovalRequested(Sokha, Content.Hash)];
        alert.Given(past).When(a => a.Approve(Malee, Content.Hash)).ThenRefused(AuthorMayNotApprove);
    }

    [Fact]
    public void What_was_read_must_be_what_is_approved() =>
        alert.Given(Until(AlertStage.AwaitingApproval)).When(a => a.Approve(Khin, new string('0', 64))).ThenRefused(new Refusal("alert.content-has-moved", "contentHash"));
}
