using System.Text.Json;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts;

namespace Mekong.Advocacy.Web.Tests.Features.Alerts;

public sealed class AlertRowsTests
{
    private static readonly Guid Id = new("a1e17000-0000-0000-0000-000000000001");
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero), Eight = Start.AddHours(7);

    private static readonly AlertContent Content = new(
        "Dam hearing",
        new Dictionary<string, AlertText> { ["km"] = new("ស", "ទ", ""), ["en"] = new("S", "B", "") },
        new Audience(["KH"], [], [], [], ["sms", "email"]), Fallback.Next);

    private static readonly AlertContent Longer = Content with { Fallback = Fallback.None };

    private static readonly AlertRow Drafted = new(
        Id, "Dam hearing", AlertStage.Draft, Content.Hash, ["en", "km"], ["sms", "email"], null, null, null, null, null, Start, Start);

    private readonly AlertRows rows = new();

    /// <summary>The row after events that came an hour apart.</summary>
    private AlertRow? After(params AlertEvent[] events) => events.Select((happened, i) =>
        new Recorded($"alert-{Id}", i + 1, 10 + i, Start.AddHours(i), happened, new EventMetadata("system"))).Aggregate((AlertRow?)null, rows.Apply);

    private static void Same(AlertRow expected, AlertRow? actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));

    [Fact]
    public void A_whole_life_is_told_step_by_step()
    {
        (AlertEvent Happened, Func<AlertRow, AlertRow> Change)[] life =
        [
            (new AlertDrafted(Guid.Empty, Content), row => row),
            (new AlertApprovalRequested(Guid.Empty, Content.Hash), row => row with { Stage = AlertStage.AwaitingApproval }),
            (new AlertApproved(Guid.Empty, Content.Hash), row => row with { Stage = AlertStage.Approved }),
            (new AlertScheduled(Eight, "Asia/Yangon"), row => row with { Stage = AlertStage.Scheduled, At = Eight, Zone = "Asia/Yangon" }),
            (new AlertEdited(Guid.Empty, Content with { Name = "Hearing" }), row => row with { Name = "Hearing" }),
            (new AlertScheduled(Eight.AddHours(1), null, 96.40m, "USD"), row => row with { At = Eight.AddHours(1), Zone = null, ForecastCost = 96.40m, Currency = "USD" }),
            (new AlertSendingStarted(100), row => row with { Stage = AlertStage.Sending, Audience = 100, SendingSince = Start.AddHours(6) }),
            (new AlertPaused(PauseReason.OurFault, "535"), row => row with { Stage = AlertStage.Paused, PauseReason = PauseReason.OurFault, PauseDetail = "535" }),
            (new AlertResumed(), row => row with { Stage = AlertStage.Sending, PauseReason = null, PauseDetail = null, SendingSince = Start.AddHours(8) }),
            (new AlertFinished(90, 5, 4, 1), row => row with { Stage = AlertStage.Finished }),
        ];
        var expected = Drafted;
        for (var i = 0; i < life.Length; i++)
        {
            expected = life[i].Change(expected) with { ChangedAt = Start.AddHours(i) };
            Same(expected, After([.. life[..(i + 1)].Select(step => step.Happened)]));
        }
    }

    [Fact]
    public void An_edit_of_what_was_approved_takes_it_off_the_schedule() => Same(
        Drafted with { ContentHash = Longer.Hash, ChangedAt = Start.AddHours(4) },
        After(new AlertDrafted(Guid.Empty, Content), new AlertApprovalRequested(Guid.Empty, Content.Hash), new AlertApproved(Guid.Empty, Content.Hash),
            new AlertScheduled(Eight, "Asia/Yangon", 96.40m, "USD"), new AlertEdited(Guid.Empty, Longer)));

    [Fact]
    public void A_cancelled_alert_stays_on_the_list() =>
        Same(Drafted with { Stage = AlertStage.Cancelled, ChangedAt = Start.AddHours(1) }, After(new AlertDrafted(Guid.Empty, Content), new AlertCancelled()));

    [Fact]
    public void Only_an_alerts_events_concern_a_row()
    {
        Recorded Of(string stream, object happened) => new(stream, 1, 1, Start, happened, new EventMetadata("system"));
        Assert.Equal(Id.ToString(), rows.KeyOf(Of($"alert-{Id}", new AlertResumed())));
        Assert.Null(rows.KeyOf(Of($"subscriber-{Id}", new Domain.Subscribers.ConsentWithdrawn(Id, "page"))));
    }

    /// <summary>The row's stage is the one on which the domain decides, whatever happened.</summary>
    [Fact]
    public void The_row_and_the_domain_agree_on_every_stage()
    {
        AlertEvent[] life = [new AlertDrafted(Guid.Empty, Content), new AlertApproved(Guid.Empty, Content.Hash), new AlertScheduled(Eight, null),
            new AlertEdited(Guid.Empty, Content with { Name = "N" }), new AlertEdited(Guid.Empty, Longer), new AlertEdited(Guid.Empty, Content)];
        for (var i = 1; i <= life.Length; i++)
        {
            var (state, row) = (Alert.Fold.Over(life[..i]), After(life[..i])!);
            Assert.Equal((state.Stage, state.At, state.Content!.Hash), (row.Stage, row.At, row.ContentHash));
        }
    }
}
