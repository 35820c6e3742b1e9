using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>A next step as the board, the members' corner and the digest see it.</summary>
/// <param name="DueRule">"date", "forum", "condition" or "working-days".</param>
/// <param name="Words">What came of it, or why it waits.</param>
public sealed record FollowUpRow(
    Guid Id, string Step, string Language, OwnerKind OwnerKind, Guid OwnerId, string Country, FollowUpState State, int Priority, DateOnly? DueOn, Guid? DueForum,
    string DueRule, SubjectKind? AboutKind, Guid? AboutId, Guid[] Items, Guid[] Ticked, DateOnly? SnoozedUntil, string? Words, Guid OpenedBy,
    DateTimeOffset OpenedAt, DateTimeOffset ChangedAt);

public static class FollowUpMeaning
{
    extension(FollowUpRow row)
    {
        public bool IsOpen => row.State is not (FollowUpState.Done or FollowUpState.Dropped);
    }
}

/// <summary>One row per follow-up, right the moment a command returns.</summary>
internal sealed class FollowUpRows : Projection<FollowUpRow>
{
    public const string Prefix = "follow-up-";

    public override string Table => "advocacy.follow_ups";

    public override string? KeyOf(Recorded happened) => happened.Event is FollowUpEvent ? happened.Stream[Prefix.Length..] : null;

    public override FollowUpRow? Apply(FollowUpRow? row, Recorded happened) =>
        Next(row, Guid.Parse(happened.Stream[Prefix.Length..]), happened) is { } next ? next with { ChangedAt = happened.At } : null;

    private static FollowUpRow? Next(FollowUpRow? row, Guid id, Recorded happened) => happened.Event switch
    {
        FollowUpOpened e => Describe(new FollowUpRow(
            id, "", "", default, default, "", FollowUpState.Open, 0, null, null, "", null, null, [], [], null, null, e.By, happened.At, happened.At), e.Content, e.DueOn),
        FollowUpDescribed e => Describe(row!, e.Content, e.DueOn),
        FollowUpDueMoved e => row! with { DueOn = e.DueOn },
        FollowUpStateChanged e => row! with { State = e.State, Words = e.Words },
        FollowUpSnoozed e => row! with { SnoozedUntil = e.Until },
        FollowUpItemTicked e => row! with { Ticked = e.IsDone ? [.. row.Ticked.Union([e.ItemId])] : [.. row.Ticked.Except([e.ItemId])] },
        _ => row,
    };

    private static FollowUpRow Describe(FollowUpRow row, FollowUpContent content, DateOnly? dueOn)
    {
        Guid[] items = [.. content.Checklist.Select(item => item.Id)];
        return row with
        {
            Step = content.Step,
            Language = content.Language,
            OwnerKind = content.Owner.Kind,
            OwnerId = content.Owner.Id,
            Country = content.Country,
            Priority = content.Priority,
            DueOn = dueOn,
            DueForum = content.Due.ForumId,
            DueRule = content.Due switch { WorkingDaysAfter => "working-days", DueBy { Due: ByForum } => "forum", DueBy { Due: OnCondition } => "condition", _ => "date" },
            AboutKind = content.About?.Kind,
            AboutId = content.About?.Id,
            Items = items,
            Ticked = [.. row.Ticked.Intersect(items)],
        };
    }
}
