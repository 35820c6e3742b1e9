using System.Globalization;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>One thing that was done to an alert.</summary>
/// <param name="Actor">Account id, "system" or "public".</param>
/// <param name="What">The event's name, a key of the words in every language.</param>
public sealed record AlertHistoryRow(long Position, Guid AlertId, DateTimeOffset At, string Actor, string What, string? Detail);

/// <summary>The alert's past in words, a moment behind the log.</summary>
internal sealed class AlertHistory : Projection<AlertHistoryRow>
{
    public override string Table => "advocacy.alert_history";

    public override (string Column, string Type) Key => ("position", "bigint");

    public override bool Inline => false;

    public override string? KeyOf(Recorded happened) =>
        happened.Event is AlertEvent and not AlertTestSent ? happened.Position.ToString(CultureInfo.InvariantCulture) : null;

    public override AlertHistoryRow? Apply(AlertHistoryRow? row, Recorded happened) => new(
        happened.Position,
        Guid.Parse(happened.Stream[AlertRows.Prefix.Length..]),
        happened.At,
        happened.Metadata.Actor,
        happened.Event.GetType().Name,
        happened.Event switch
        {
            AlertApproved e => e.ContentHash[..12],
            AlertSendingStarted e => e.Audience.ToString(CultureInfo.InvariantCulture),
            AlertPaused e => e.Detail,
            AlertSentBack e => e.Reason,
            AlertReleasedInEmergency e => e.Reason,
            AlertTextReviewed e => e.Language,
            _ => null,
        });
}
