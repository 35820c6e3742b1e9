using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Alerts.AlertRefusals;
using static Mekong.Advocacy.Domain.Tests.Alerts.Life;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

/// <summary>The approver's no, and what happens when there is no approver.</summary>
public sealed class AlertSecondPersonTests
{
    private const string Why = "The Khmer date is wrong.", Raid = "Raid tonight; nobody else is awake.";

    private readonly Spec<Alert, AlertEvent> alert = new(Alert.Fold);

    [Theory]
    [InlineData(AlertStage.AwaitingApproval)]
    [InlineData(AlertStage.Approved)]
    [InlineData(AlertStage.Scheduled)]
    public void An_approver_sends_back_what_has_not_left(AlertStage stage) =>
        alert.Given(Until(stage)).When(a => a.SendBack(Khin, Content.Hash, $" {Why} ")).Then(new AlertSentBack(Khin, Content.Hash, Why));

    [Theory]
    [InlineData(AlertStage.Unwritten, "alert.no-such-alert")]
    [InlineData(AlertStage.Sending, "alert.already-leaving")]
    [InlineData(AlertStage.Paused, "alert.already-leaving")]
    [InlineData(AlertStage.Finished, "alert.already-over")]
    [InlineData(AlertStage.Cancelled, "alert.already-over")]
    public void Nothing_else_is_sent_back(AlertStage stage, string code) =>
        alert.Given(Until(stage)).When(a => a.SendBack(Khin, Content.Hash, Why)).ThenRefused(new Refusal(code));

    [Fact]
    public void A_no_needs_its_reason() =>
        alert.Given(Until(AlertStage.AwaitingApproval)).When(a => a.SendBack(Khin, Content.Hash, " ")).ThenRefused(NeedsReason);

    [Fact]
    public void A_no_is_to_what_was_read() =>
        alert.Given(Until(AlertStage.AwaitingApproval)).When(a => a.SendBack(Khin, new string('0', 64), Why)).ThenRefused(ContentHasMoved);

    [Fact]
    public void What_was_sent_back_is_a_draft_without_an_hour() => alert.Given([.. Until(AlertStage.Scheduled), new AlertSentBack(Khin, Content.Hash, Why)])
        .When(a => a.Schedule(Eight, "Asia/Phnom_Penh", Now)).ThenRefused(NotApproved);

    [Theory]
    [InlineData(AlertStage.Draft)]
    [InlineData(AlertStage.AwaitingApproval)]
    public void In_an_emergency_the_author_alone_may_release(AlertStage stage) =>
        alert.Given(Until(stage)).When(a => a.ReleaseInEmergency(Sokha, Content.Hash, Raid)).Then(new AlertReleasedInEmergency(Sokha, Content.Hash, Raid));

    [Fact]
    public void But_not_without_a_reason() =>
        alert.Given(Until(AlertStage.Draft)).When(a => a.ReleaseInEmergency(Sokha, Content.Hash, "\n")).ThenRefused(NeedsReason);

    [Fact]
    public void Nor_what_is_incomplete()
    {
        var content = Content with { Texts = new Dictionary<string, AlertText>() };
        alert.Given(new AlertDrafted(Sokha, content)).When(a => a.ReleaseInEmergency(Sokha, content.Hash, Raid)).ThenRefused(NeedsEmailText);
    }

    [Fact]
    public void What_was_released_can_be_given_its_hour() => alert.Given([.. Until(AlertStage.Draft), new AlertReleasedInEmergency(Sokha, Content.Hash, Raid)])
        .When(a => a.Schedule(Eight, "Asia/Phnom_Penh", Now)).Then(new AlertScheduled(Eight, "Asia/Phnom_Penh"));

    [Fact]
    public void An_edit_voids_a_release_as_it_voids_an_approval()
    {
        AlertEvent[] past = [.. Until(AlertStage.Draft), new AlertReleasedInEmergency(Sokha, Content.Hash, Raid), new AlertEdited(Sokha, Content.With("en", new("S", "B", "T")))];
        alert.Given(past).When(a => a.Schedule(Eight, "Asia/Phnom_Penh", Now)).ThenRefused(NotApproved);
    }

    [Fact]
    public void Every_gap_is_named_at_once() => Assert.Equal(
        ["alert.needs-email-text", "alert.needs-sms-text", "alert.needs-english"],
        ContentRules.Gaps(Content with { Texts = new Dictionary<string, AlertText>() }).Select(gap => gap.Code));
}
