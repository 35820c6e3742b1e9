using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Tests.Alerts.Life;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

public sealed class AlertTestsTests
{
    private static readonly Guid Test = new("7e570000-0000-0000-0000-000000000001");
    private static readonly AlertTestRequested Asked = new(Test, Sokha, [Malee, Khin], ["en", "km"], ["email"]);
    private static readonly AlertTestSent Sent = new(Test, Malee, "km", "email", Content.Hash, Arrived: true, "2.0.0");

    private readonly Spec<Alert, AlertEvent> alert = new(Alert.Fold);

    [Theory]
    [InlineData(AlertStage.Draft)]
    [InlineData(AlertStage.AwaitingApproval)]
    [InlineData(AlertStage.Sending)]
    public void A_trial_may_be_asked_for_until_the_alert_is_over(AlertStage stage) => alert.Given(Until(stage)).When(a => a.RequestTest(Asked)).Then(Asked);

    [Theory]
    [InlineData(AlertStage.Unwritten, "alert.no-such-alert")]
    [InlineData(AlertStage.Finished, "alert.already-over")]
    [InlineData(AlertStage.Cancelled, "alert.already-over")]
    public void And_at_no_other_time(AlertStage stage, string code) => alert.Given(Until(stage)).When(a => a.RequestTest(Asked)).ThenRefused(new Refusal(code));

    [Fact]
    public void It_needs_somebody_to_read_it() =>
        alert.Given(Until(AlertStage.Draft)).When(a => a.RequestTest(Asked with { Reviewers = [] })).ThenRefused(new Refusal("alert.test-needs-reviewer", "reviewers"));

    [Fact]
    public void It_needs_a_text_to_read() =>
        alert.Given(Until(AlertStage.Draft)).When(a => a.RequestTest(Asked with { Languages = ["th"] })).ThenRefused(new Refusal("alert.test-needs-text", "languages"));

    [Fact]
    public void An_answer_is_kept_once_even_when_the_alert_is_over_by_then() =>
        alert.Given([.. Until(AlertStage.Draft), Asked, new AlertCancelled()]).When(a => a.RecordTest(Sent)).Then(Sent);

    [Theory]
    [InlineData(30_000, false)]
    [InlineData(30_001, true)]
    public void A_mail_too_large_for_phones_is_not_put_up_nor_released(int bytes, bool refused)
    {
        var sizes = new Dictionary<string, int> { ["en"] = 3_000, ["km"] = bytes };
        var tooLarge = new Refusal("alert.mail-too-large", "texts.km.body", "30.0");
        var (asking, releasing) = (alert.Given(Until(AlertStage.Draft)).When(a => a.RequestApproval(Malee, sizes)), new Spec<Alert, AlertEvent>(Alert.Fold)
            .Given(Until(AlertStage.Draft)).When(a => a.ReleaseInEmergency(Malee, Content.Hash, "Raid tonight.", sizes)));
        if (refused)
        {
            asking.ThenRefused(tooLarge);
            releasing.ThenRefused(tooLarge);
            return;
        }
        asking.Then(new AlertApprovalRequested(Malee, Content.Hash));
        releasing.Then(new AlertReleasedInEmergency(Malee, Content.Hash, "Raid tonight."));
    }
}
