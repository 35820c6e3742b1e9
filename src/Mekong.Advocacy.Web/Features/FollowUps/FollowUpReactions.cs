using System.Text.Json;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>What changes a step's day or state has its reminders looked at anew; a first step begins the weekly digests; a forum that moves takes its steps along.</summary>
internal sealed class FollowUpReactions : IReaction
{
    public IEnumerable<Job> React(Recorded happened) => happened.Event switch
    {
        FollowUpOpened e => [LookAtFollowUp.Job(Id(happened, FollowUpRows.Prefix), happened.At), Digest.Job(Digest.MondayAfter(happened.At)), .. Move(e.Content.Due, happened.At)],
        FollowUpDescribed e => [LookAtFollowUp.Job(Id(happened, FollowUpRows.Prefix), happened.At), .. Move(e.Content.Due, happened.At)],
        FollowUpDueMoved or FollowUpStateChanged or FollowUpSnoozed => [LookAtFollowUp.Job(Id(happened, FollowUpRows.Prefix), happened.At)],
        ForumMoved or ForumCancelled => [Move(Id(happened, "forum-"), happened.At)],
        _ => [],
    };

    /// <summary>It may have moved in the very moment in which the step was written down.</summary>
    private static IEnumerable<Job> Move(FollowUpDue due, DateTimeOffset at) => due.ForumId is { } forum ? [Move(forum, at)] : [];

    private static Job Move(Guid forumId, DateTimeOffset at) =>
        new($"move-follow-ups/{forumId}", CommandNames.MoveFollowUps, JsonSerializer.Serialize(new MoveFollowUps(forumId)), at);

    private static Guid Id(Recorded happened, string prefix) => Guid.Parse(happened.Stream[prefix.Length..]);
}
