using System.Globalization;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>One thing that was done to a follow-up.</summary>
/// <param name="Actor">Account id, "system" or "public".</param>
/// <param name="DoneBy">The account, or the officer who used a link of theirs.</param>
/// <param name="What">The event's name, a key of the words in every language.</param>
public sealed record FollowUpHistoryRow(long Position, Guid FollowUpId, DateTimeOffset At, string Actor, Guid? DoneBy, string What, string? Detail);

/// <summary>A follow-up's past, notes included; a moment behind the log.</summary>
internal sealed class FollowUpHistory : Projection<FollowUpHistoryRow>
{
    public override string Table => "advocacy.follow_up_history";

    public override (string Column, string Type) Key => ("position", "bigint");

    public override bool Inline => false;

    public override string? KeyOf(Recorded happened) => happened.Event is FollowUpEvent ? happened.Position.ToString(CultureInfo.InvariantCulture) : null;

    public override FollowUpHistoryRow? Apply(FollowUpHistoryRow? row, Recorded happened) => new(
        happened.Position, Guid.Parse(happened.Stream[FollowUpRows.Prefix.Length..]), happened.At, happened.Metadata.Actor, By(happened.Event), happened.Event.GetType().Name,
        happened.Event switch
        {
            FollowUpOpened e => Day(e.DueOn),
            FollowUpDescribed e => Day(e.DueOn),
            FollowUpDueMoved e => Day(e.DueOn),
            FollowUpStateChanged e => e.Words,
            FollowUpSnoozed e => $"{Day(e.Until)}: {e.Reason}",
            FollowUpNoted e => e.Text,
            _ => null,
        });

    private static Guid? By(object happened) => happened switch
    {
        FollowUpOpened e => e.By,
        FollowUpDescribed e => e.By,
        FollowUpStateChanged e => e.By,
        FollowUpSnoozed e => e.By,
        FollowUpNoted e => e.By,
        FollowUpItemTicked e => e.By,
        _ => null,
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
