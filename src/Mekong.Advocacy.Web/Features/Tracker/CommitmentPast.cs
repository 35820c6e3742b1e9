using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>Something that happened to a promise and that the public may know; the word is the key of a sentence.</summary>
/// <param name="Day">That the sentence names.</param>
public sealed record PromiseMoment(DateTimeOffset At, string Word, CommitmentStatus? Status = null, DateOnly? Day = null)
{
    public IReadOnlyList<Reference> Evidence { get; init; } = [];
}

/// <summary>What of a promise's past is told to everybody. What somebody noted for a colleague, and what was never agreed to, is not.</summary>
public sealed record CommitmentPast(IReadOnlyList<PromiseMoment> Moments, IReadOnlyList<DissentAttached> Dissents)
{
    public IReadOnlyList<Reference> Evidence => Moments.LastOrDefault(moment => moment.Status is not null && moment.Evidence.Count > 0)?.Evidence ?? [];

    public static CommitmentPast Of(IReadOnlyList<Recorded> past)
    {
        var proposed = past.Select(one => one.Event).OfType<StatusProposed>().ToDictionary(one => one.ProposalId);
        return new(
            [.. past.Select(one => Moment(one, proposed)).OfType<PromiseMoment>()],
            [.. past.Select(one => one.Event).OfType<DissentAttached>()]);
    }

    private static PromiseMoment? Moment(Recorded happened, Dictionary<Guid, StatusProposed> proposed) => happened.Event switch
    {
        CommitmentRecorded => new(happened.At, "tracker.moment.recorded"),
        CommitmentDueChanged { DueOn: { } day } => new(happened.At, "tracker.moment.due-changed", Day: day),
        CommitmentDueFollowed { DueOn: { } day } => new(happened.At, "tracker.moment.forum-moved", Day: day),
        CommitmentDueFollowed => new(happened.At, "tracker.moment.forum-cancelled"),
        CommitmentFellDue e => new(happened.At, "tracker.moment.fell-due", CommitmentStatus.Overdue, e.DueOn),
        StatusReviewed { Accepted: true } e => new(happened.At, "tracker.moment.status", e.Status) { Evidence = [.. proposed.GetValueOrDefault(e.ProposalId)?.Evidence ?? []] },
        _ => null,
    };
}
