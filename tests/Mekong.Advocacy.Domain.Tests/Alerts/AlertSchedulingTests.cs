using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Alerts.AlertRefusals;
using static Mekong.Advocacy.Domain.Tests.Alerts.Life;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

public sealed class AlertSchedulingTests
{
    private readonly Spec<Alert, AlertEvent> alert = new(Alert.Fold);

    [Fact]
    public void An_approved_alert_is_scheduled() =>
        alert.Given(Until(AlertStage.Approved)).When(a => a.Schedule(Eight, "Asia/Yangon", Now)).Then(new AlertScheduled(Eight, "Asia/Yangon"));

    [Fact]
    public void Now_is_not_past() =>
        alert.Given(Until(AlertStage.Approved)).When(a => a.Schedule(Now, null, Now)).Then(new AlertScheduled(Now, null));

    [Theory]
    [InlineData(AlertStage.Approved)]
    [InlineData(AlertStage.Scheduled)]
    public void What_its_texts_will_cost_is_recorded_with_the_hour(AlertStage stage) => alert.Given(Until(stage))
        .When(a => a.Schedule(Eight.AddHours(1), null, Now, new SmsCost(99.5m, "USD", 100m))).Then(new AlertScheduled(Eight.AddHours(1), null, 99.5m, "USD"));

    [Theory]
    [InlineData(AlertStage.Approved)]
    [InlineData(AlertStage.Scheduled)]
    public void An_alert_over_the_budget_gets_no_hour(AlertStage stage) => alert.Given(Until(stage))
        .When(a => a.Schedule(Eight.AddHours(1), null, Now, new SmsCost(124.5m, "USD", 100m)))
        .ThenRefused(new Refusal("alert.over-budget", "at", "124.50 USD > 100.00 USD"));

    [Fact]
    public void Without_a_cap_no_cost_is_too_high() => alert.Given(Until(AlertStage.Approved))
        .When(a => a.Schedule(Eight, null, Now, new SmsCost(1_000_000m, "KHR", null))).Then(new AlertScheduled(Eight, null, 1_000_000m, "KHR"));

    [Fact]
    public void A_past_hour_is_refused() =>
        alert.Given(Until(AlertStage.Approved)).When(a => a.Schedule(Now.AddSeconds(-1), null, Now)).ThenRefused(new Refusal("alert.hour-has-passed", "at"));

    [Fact]
    public void The_hour_may_change_without_a_new_approval() =>
        alert.Given(Until(AlertStage.Scheduled)).When(a => a.Schedule(Eight.AddHours(2), "Asia/Bangkok", Now)).Then(new AlertScheduled(Eight.AddHours(2), "Asia/Bangkok"));

    [Fact]
    public void The_hour_may_not_move_into_the_past() =>
        alert.Given(Until(AlertStage.Scheduled)).When(a => a.Schedule(Now.AddDays(-1), null, Now)).ThenRefused(HourHasPassed);

    [Fact]
    public void The_same_hour_again_changes_nothing_even_when_it_has_come() =>
        alert.Given(Until(AlertStage.Scheduled)).When(a => a.Schedule(Eight, "Asia/Phnom_Penh", Eight.AddMinutes(1))).ThenNothing();

    [Theory]
    [InlineData(AlertStage.Unwritten, "alert.no-such-alert")]
    [InlineData(AlertStage.Draft, "alert.not-approved")]
    [InlineData(AlertStage.AwaitingApproval, "alert.not-approved")]
    [InlineData(AlertStage.Sending, "alert.already-leaving")]
    [InlineData(AlertStage.Paused, "alert.already-leaving")]
    [InlineData(AlertStage.Finished, "alert.already-over")]
    [InlineData(AlertStage.Cancelled, "alert.already-over")]
    public void Nothing_else_is_scheduled(AlertStage stage, string code) =>
        alert.Given(Until(stage)).When(a => a.Schedule(Eight, null, Now)).ThenRefused(new Refusal(code));

    public static TheoryData<string, AlertContent> Binding => new()
    {
        { "subject", Content.With("en", Content.Texts["en"] with { Subject = "Let the river run!" }) },
        { "body", Content.With("km", Content.Texts["km"] with { Body = "សូមមក" }) },
        { "sms", Content.With("en", Content.Texts["en"] with { Sms = "" }) },
        { "language", Content.With("th", new("ให้แม่น้ำไหล", "มา", "3 ธ.ค.")) },
        { "countries", Content with { Audience = Content.Audience with { Countries = ["KH"] } } },
        { "topics", Content with { Audience = Content.Audience with { Topics = [] } } },
        { "channels", Content with { Audience = Content.Audience with { Channels = ["email"] } } },
        { "fallback", Content with { Fallback = Fallback.Next } },
    };

    [Theory]
    [MemberData(nameof(Binding))]
    public void An_edit_of_what_was_approved_voids_approval_and_schedule(string what, AlertContent edited)
    {
        Assert.NotEmpty(what);
        AlertEvent[] past = [.. Until(AlertStage.Scheduled), new AlertEdited(Malee, edited)];
        Assert.Equal((AlertStage.Draft, null), (Alert.Fold.Over(past).Stage, Alert.Fold.Over(past).At));
        alert.Given(past).When(a => a.Schedule(Eight, null, Now)).ThenRefused(NotApproved);
        alert.Given(past).When(a => a.StartSending(100, Eight)).ThenNothing();
        alert.Given(past).When(a => a.Approve(Khin, edited.Hash)).ThenRefused(ApprovalNotRequested);
    }

    [Theory]
    [MemberData(nameof(Binding))]
    public void An_edit_also_takes_back_the_request(string what, AlertContent edited)
    {
        Assert.NotEmpty(what);
        AlertEvent[] past = [.. Until(AlertStage.AwaitingApproval), new AlertEdited(Malee, edited)];
        alert.Given(past).When(a => a.Approve(Khin, edited.Hash)).ThenRefused(ApprovalNotRequested);
        alert.Given(past).When(a => a.Approve(Khin, Content.Hash)).ThenRefused(ContentHasMoved);
    }

    [Theory]
    [InlineData(AlertStage.AwaitingApproval)]
    [InlineData(AlertStage.Approved)]
    [InlineData(AlertStage.Scheduled)]
    public void A_new_name_voids_nothing(AlertStage stage)
    {
        var (before, renamed) = (Until(stage), Content with { Name = "Hearing, 3 December" });
        var after = Alert.Fold.Over([.. before, new AlertEdited(Sokha, renamed)]);
        Assert.Equal((stage, Alert.Fold.Over(before).At, "Hearing, 3 December"), (after.Stage, after.At, after.Content!.Name));
    }
}
