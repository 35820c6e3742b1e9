using System.Text.Json;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>
/// When a forum moves, what is due before it follows; when a due day is over, it is overdue. What is recorded as due before a forum asks once
/// more where that stands: it may have moved in the same moment.
/// </summary>
internal sealed class DialogueReactions : IReaction
{
    public IEnumerable<Job> React(Recorded happened) => happened.Event switch
    {
        ForumMoved or ForumCancelled => [Follow(IdOf(happened, ForumRows.Prefix), $"{happened.Version}", happened.At)],
        CommitmentRecorded e => [.. FallDue(happened, e.DueOn, e.Country), .. Follow(happened, e.Content.Due)],
        CommitmentDueChanged e => [.. FallDue(happened, e.DueOn, e.Country), .. Follow(happened, e.Due)],
        CommitmentDueFollowed e => FallDue(happened, e.DueOn, e.Country),
        StatusReviewed { Accepted: true } e when Commitment.IsOwed(e.Status) => [FallDue(IdOf(happened, CommitmentRows.Prefix), $"/{e.ProposalId}", happened.At)],
        _ => [],
    };

    private static IEnumerable<Job> Follow(Recorded happened, Due due) =>
        due is ByForum by ? [Follow(by.ForumId, IdOf(happened, CommitmentRows.Prefix).ToString(), happened.At)] : [];

    private static Job Follow(Guid forum, string because, DateTimeOffset at) =>
        new($"follow-forum/{forum}/{because}", CommandNames.FollowForum, JsonSerializer.Serialize(new FollowForum(forum)), at);

    private static IEnumerable<Job> FallDue(Recorded happened, DateOnly? on, string country) =>
        on is { } day ? [FallDue(IdOf(happened, CommitmentRows.Prefix), "", CountryDays.EndOf(day, country))] : [];

    private static Job FallDue(Guid id, string because, DateTimeOffset at) =>
        new($"commitment-falls-due/{id}{because}", CommandNames.LetFallDue, JsonSerializer.Serialize(new LetFallDue(id)), at);

    private static Guid IdOf(Recorded happened, string prefix) => Guid.Parse(happened.Stream[prefix.Length..]);
}
