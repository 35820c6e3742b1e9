using System.Globalization;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>One thing that was done to a commitment.</summary>
/// <param name="What">The event's name, a key of the words in every language.</param>
/// <param name="Status">Where it stood from then on, where this changed or confirmed it.</param>
/// <param name="DueOn">When it was due from then on, where this said so.</param>
public sealed record CommitmentHistoryRow(
    long Position, Guid CommitmentId, DateTimeOffset At, string Actor, string What, CommitmentStatus? Status, DateOnly? DueOn, string? Detail);

/// <summary>The commitment's past: nothing of it is ever taken away.</summary>
internal sealed class CommitmentHistory : Projection<CommitmentHistoryRow>
{
    public override string Table => "advocacy.commitment_history";

    public override (string Column, string Type) Key => ("position", "bigint");

    public override string? KeyOf(Recorded happened) => happened.Event is CommitmentEvent ? happened.Position.ToString(CultureInfo.InvariantCulture) : null;

    public override CommitmentHistoryRow? Apply(CommitmentHistoryRow? row, Recorded happened)
    {
        var (status, due, detail) = Of((CommitmentEvent)happened.Event);
        return new(
            happened.Position, Guid.Parse(happened.Stream[CommitmentRows.Prefix.Length..]), happened.At, happened.Metadata.Actor, happened.Event.GetType().Name, status, due, detail);
    }

    private static (CommitmentStatus? Status, DateOnly? Due, string? Detail) Of(CommitmentEvent happened) => happened switch
    {
        CommitmentRecorded e => (CommitmentStatus.Open, e.DueOn, null),
        CommitmentDueChanged e => (e.Status, e.DueOn, e.Reason),
        CommitmentDueFollowed e => (e.Status, e.DueOn, null),
        CommitmentFellDue e => (CommitmentStatus.Overdue, e.DueOn, null),
        StatusProposed e => (null, null, e.Note),
        StatusReviewed { Accepted: true } e => (e.Status, null, e.Why),
        StatusReviewed e => (null, null, e.Why),
        DissentAttached e => (null, null, e.Text),
        ConfidentialityChanged e => (null, null, e.Reason),
        _ => default,
    };
}
