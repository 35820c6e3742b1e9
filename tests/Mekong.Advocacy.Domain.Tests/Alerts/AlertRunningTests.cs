using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Tests.Alerts.Life;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

public sealed class AlertRunningTests
{
    private readonly Spec<Alert, AlertEvent> alert = new(Alert.Fold);

    [Fact]
    public void Sending_starts_at_the_hour() =>
        alert.Given(Until(AlertStage.Scheduled)).When(a => a.StartSending(100, Eight)).Then(new AlertSendingStarted(100));

    [Fact]
    public void Not_before_it() => alert.Given(Until(AlertStage.Scheduled)).When(a => a.StartSending(100, Eight.AddTicks(-1))).ThenNothing();

    [Fact]
    public void A_job_for_an_hour_that_was_put_off_starts_nothing() =>
        alert.Given([.. Until(AlertStage.Scheduled), new AlertScheduled(Eight.AddDays(1), null)]).When(a => a.StartSending(100, Eight)).ThenNothing();

    [Theory]
    [InlineData(AlertStage.Unwritten)]
    [InlineData(AlertStage.Draft)]
    [InlineData(AlertStage.AwaitingApproval)]
    [InlineData(AlertStage.Approved)]
    [InlineData(AlertStage.Sending)]
    [InlineData(AlertStage.Paused)]
    [InlineData(AlertStage.Finished)]
    [InlineData(AlertStage.Cancelled)]
    public void Only_a_scheduled_alert_starts(AlertStage stage) =>
        alert.Given(Until(stage)).When(a => a.StartSending(100, Eight.AddDays(9))).ThenNothing();

    [Fact]
    public void A_person_pauses() =>
        alert.Given(Until(AlertStage.Sending)).When(a => a.Pause(PauseReason.Person, null)).Then(new AlertPaused(PauseReason.Person, null));

    [Fact]
    public void The_platform_pauses_for_its_own_fault_and_says_which() =>
        alert.Given(Until(AlertStage.Sending)).When(a => a.Pause(PauseReason.OurFault, "535: bad password")).Then(new AlertPaused(PauseReason.OurFault, "535: bad password"));

    [Fact]
    public void A_paused_alert_stays_paused_for_its_first_reason() =>
        alert.Given(Until(AlertStage.Paused)).When(a => a.Pause(PauseReason.OurFault, "535")).ThenNothing();

    [Theory]
    [InlineData(AlertStage.Unwritten, "alert.no-such-alert")]
    [InlineData(AlertStage.Draft, "alert.not-sending")]
    [InlineData(AlertStage.AwaitingApproval, "alert.not-sending")]
    [InlineData(AlertStage.Approved, "alert.not-sending")]
    [InlineData(AlertStage.Scheduled, "alert.not-sending")]
    [InlineData(AlertStage.Finished, "alert.already-over")]
    [InlineData(AlertStage.Cancelled, "alert.already-over")]
    public void Nothing_else_is_paused(AlertStage stage, string code) =>
        alert.Given(Until(stage)).When(a => a.Pause(PauseReason.Person, null)).ThenRefused(new Refusal(code));

    [Fact]
    public void A_paused_alert_goes_on() => alert.Given(Until(AlertStage.Paused)).When(a => a.Resume()).Then(new AlertResumed());

    [Fact]
    public void A_running_alert_need_not_be_told_to() => alert.Given(Until(AlertStage.Sending)).When(a => a.Resume()).ThenNothing();

    [Theory]
    [InlineData(AlertStage.Unwritten, "alert.no-such-alert")]
    [InlineData(AlertStage.Draft, "alert.not-paused")]
    [InlineData(AlertStage.AwaitingApproval, "alert.not-paused")]
    [InlineData(AlertStage.Approved, "alert.not-paused")]
    [InlineData(AlertStage.Scheduled, "alert.not-paused")]
    [InlineData(AlertStage.Finished, "alert.already-over")]
    [InlineData(AlertStage.Cancelled, "alert.already-over")]
    public void Nothing_else_is_resumed(AlertStage stage, string code) => alert.Given(Until(stage)).When(a => a.Resume()).ThenRefused(new Refusal(code));

    [Theory]
    [InlineData(AlertStage.Draft)]
    [InlineData(AlertStage.AwaitingApproval)]
    [InlineData(AlertStage.Approved)]
    [InlineData(AlertStage.Scheduled)]
    [InlineData(AlertStage.Sending)]
    [InlineData(AlertStage.Paused)]
    public void Whatever_is_not_over_is_cancelled(AlertStage stage) => alert.Given(Until(stage)).When(a => a.Cancel()).Then(new AlertCancelled());

    [Theory]
    [InlineData(AlertStage.Unwritten, "alert.no-such-alert")]
    [InlineData(AlertStage.Finished, "alert.already-over")]
    public void Nothing_else_is(AlertStage stage, string code) => alert.Given(Until(stage)).When(a => a.Cancel()).ThenRefused(new Refusal(code));

    [Theory]
    [InlineData(AlertStage.Sending)]
    [InlineData(AlertStage.Paused)]
    public void The_last_row_finishes_it(AlertStage stage) => alert.Given(Until(stage)).When(a => a.Finish(Counts)).Then(Counts);

    [Theory]
    [InlineData(AlertStage.Unwritten)]
    [InlineData(AlertStage.Draft)]
    [InlineData(AlertStage.AwaitingApproval)]
    [InlineData(AlertStage.Approved)]
    [InlineData(AlertStage.Scheduled)]
    [InlineData(AlertStage.Finished)]
    [InlineData(AlertStage.Cancelled)]
    public void What_does_not_run_does_not_finish(AlertStage stage) => alert.Given(Until(stage)).When(a => a.Finish(Counts)).ThenNothing();
}
