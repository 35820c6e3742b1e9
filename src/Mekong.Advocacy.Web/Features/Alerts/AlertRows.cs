using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>An alert as lists and senders see it.</summary>
/// <param name="EmergencyReason">Why one person let it leave alone; stays for ever.</param>
/// <param name="RelationAlertId">The earlier alert this one hangs on.</param>
/// <param name="SendingSince">When sending last began or was resumed.</param>
/// <param name="ForecastCost">What its texts were expected to cost when it was given its hour.</param>
public sealed record AlertRow(
    Guid Id,
    string Name,
    AlertStage Stage,
    string ContentHash,
    string[] Languages,
    string[] Channels,
    DateTimeOffset? At,
    string? Zone,
    long? Audience,
    PauseReason? PauseReason,
    string? PauseDetail,
    DateTimeOffset DraftedAt,
    DateTimeOffset ChangedAt,
    string? EmergencyReason = null,
    DateTimeOffset? ArchivedAt = null,
    RelationKind? RelationKind = null,
    Guid? RelationAlertId = null,
    DateTimeOffset? SendingSince = null,
    decimal? ForecastCost = null,
    string? Currency = null);

/// <summary>One row per alert, right the moment a command returns.</summary>
internal sealed class AlertRows : Projection<AlertRow>
{
    public const string Prefix = "alert-";

    public override string Table => "advocacy.alerts";

    public override string? KeyOf(Recorded happened) => happened.Event is AlertEvent ? happened.Stream[Prefix.Length..] : null;

    public override AlertRow? Apply(AlertRow? row, Recorded happened) =>
        Next(row, Guid.Parse(happened.Stream[Prefix.Length..]), happened) is { } next ? next with { ChangedAt = happened.At } : null;

    private static AlertRow? Next(AlertRow? row, Guid id, Recorded happened) => happened.Event switch
    {
        AlertDrafted e => Describe(new AlertRow(id, "", AlertStage.Draft, "", [], [], null, null, null, null, null, happened.At, happened.At), e.Content),
        AlertEdited e when e.Content.Hash == row!.ContentHash => Describe(row, e.Content),
        AlertEdited e => Describe(Drafted(row!), e.Content),
        AlertApprovalRequested => row! with { Stage = AlertStage.AwaitingApproval },
        AlertApproved => row! with { Stage = AlertStage.Approved },
        AlertScheduled e => row! with { Stage = AlertStage.Scheduled, At = e.At, Zone = e.Zone, ForecastCost = e.Cost, Currency = e.Currency },
        AlertSentBack => Drafted(row!),
        AlertReleasedInEmergency e => row! with { Stage = AlertStage.Approved, EmergencyReason = e.Reason },
        AlertSendingStarted e => row! with { Stage = AlertStage.Sending, Audience = e.Audience, SendingSince = happened.At },
        AlertPaused e => row! with { Stage = AlertStage.Paused, PauseReason = e.Reason, PauseDetail = e.Detail },
        AlertResumed => row! with { Stage = AlertStage.Sending, PauseReason = null, PauseDetail = null, SendingSince = happened.At },
        AlertCancelled => row! with { Stage = AlertStage.Cancelled },
        AlertFinished => row! with { Stage = AlertStage.Finished },
        AlertArchived => row! with { ArchivedAt = happened.At },
        AlertUnarchived => row! with { ArchivedAt = null },
        _ => row,
    };

    /// <summary>A draft again: whatever hour it had been given is gone.</summary>
    private static AlertRow Drafted(AlertRow row) => row with { Stage = AlertStage.Draft, At = null, Zone = null, ForecastCost = null, Currency = null };

    private static AlertRow Describe(AlertRow row, AlertContent content) => row with
    {
        Name = content.Name,
        ContentHash = content.Hash,
        Languages = [.. Language.All.Where(content.Texts.ContainsKey)],
        Channels = [.. content.Audience.Channels],
        RelationKind = content.Audience.Relation?.Kind,
        RelationAlertId = content.Audience.Relation?.AlertId,
    };
}
