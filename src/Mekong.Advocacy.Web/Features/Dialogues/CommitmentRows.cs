using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A commitment as lists, reminders and the tracker see it.</summary>
/// <param name="DueKind">"date", "forum" or "condition".</param>
/// <param name="Status">What two people agreed on, or overdue once the day is over and nothing is shown.</param>
/// <param name="Reviewed">What two people agreed on.</param>
public sealed record CommitmentRow(
    Guid Id, int Number, string Words, string Language, string[] TranslationLanguages, string[] Translations, SourceKind SourceKind, string? SourceUrl, Guid? SourceFileId,
    string? SourceDetail, Strength Strength, string Country, Guid AuthorityId, Guid PostId, Guid? HolderId, Guid[] RecommendationIds, Guid? DialogueId, DateOnly MadeOn,
    string DueKind, DateOnly? DueOn, Guid? DueForum, int? DueDaysBefore, string[] ConditionLanguages, string[] Conditions, bool Confidential, CommitmentStatus Status,
    DateTimeOffset StatusSince, CommitmentStatus Reviewed, Guid? ProposalId, CommitmentStatus? ProposedStatus, Guid? ProposedBy, DateTimeOffset? ProposedAt, int Dissents,
    DateTimeOffset RecordedAt, DateTimeOffset ChangedAt);

/// <summary>One row per commitment, right the moment a command returns.</summary>
internal sealed class CommitmentRows : Projection<CommitmentRow>
{
    public const string Prefix = "commitment-";

    public override string Table => "advocacy.commitments";

    public override string? KeyOf(Recorded happened) => happened.Event is CommitmentEvent ? happened.Stream[Prefix.Length..] : null;

    public override CommitmentRow? Apply(CommitmentRow? row, Recorded happened) => Next(row, happened) is { } next
        ? next with { ChangedAt = happened.At, StatusSince = row?.Status == next.Status ? row.StatusSince : happened.At } : null;

    private static CommitmentRow? Next(CommitmentRow? row, Recorded happened) => happened.Event switch
    {
        CommitmentRecorded e => Begin(happened, e),
        CommitmentDescribed e => Describe(row!, e.Content),
        CommitmentDueChanged e => FallDue(row!, e.Due, e.DueOn) with { Status = e.Status },
        CommitmentDueFollowed e => row! with { DueOn = e.DueOn, Status = e.Status },
        CommitmentFellDue => row! with { Status = CommitmentStatus.Overdue },
        StatusProposed e => row! with { ProposalId = e.ProposalId, ProposedStatus = e.Status, ProposedBy = e.By, ProposedAt = happened.At },
        StatusReviewed e => Review(row! with { ProposalId = null, ProposedStatus = null, ProposedBy = null, ProposedAt = null }, e),
        DissentAttached => row! with { Dissents = row.Dissents + 1 },
        ConfidentialityChanged e => row! with { Confidential = e.Confidential },
        _ => row,
    };

    private static CommitmentRow Begin(Recorded happened, CommitmentRecorded e) => FallDue(Describe(new CommitmentRow(
        Guid.Parse(happened.Stream[Prefix.Length..]), e.Number, e.Content.Words, e.Content.Language, [], [], default, null, null, null, e.Content.Strength, e.Country,
        e.Content.AuthorityId, e.Content.PostId, null, [], null, e.Content.MadeOn, "", null, null, null, [], [], e.Content.Confidential, CommitmentStatus.Open, happened.At,
        CommitmentStatus.Open, null, null, null, null, 0, happened.At, happened.At), e.Content), e.Content.Due, e.DueOn);

    /// <summary>What is agreed is reviewed; whether it is overdue beside that is as it was before.</summary>
    private static CommitmentRow Review(CommitmentRow row, StatusReviewed e) => !e.Accepted ? row
        : row with { Reviewed = e.Status, Status = row.Status == CommitmentStatus.Overdue && Commitment.IsOwed(e.Status) ? CommitmentStatus.Overdue : e.Status };

    private static CommitmentRow Describe(CommitmentRow row, CommitmentContent content) => row with
    {
        TranslationLanguages = RowWordings.Split(content.Translations).Languages,
        Translations = RowWordings.Split(content.Translations).Texts,
        SourceKind = content.Source.Kind,
        SourceUrl = content.Source.Url,
        SourceFileId = content.Source.FileId,
        SourceDetail = content.Source.Detail,
        Strength = content.Strength,
        HolderId = content.HolderId,
        RecommendationIds = [.. content.Recommendations],
        DialogueId = content.DialogueId,
    };

    private static CommitmentRow FallDue(CommitmentRow row, Due due, DateOnly? on) => row with
    {
        DueKind = due switch { ByDate => "date", ByForum => "forum", _ => "condition" },
        DueOn = on,
        DueForum = (due as ByForum)?.ForumId,
        DueDaysBefore = (due as ByForum)?.DaysBefore,
        ConditionLanguages = due is OnCondition some ? RowWordings.Split(some.Condition).Languages : [],
        Conditions = due is OnCondition condition ? RowWordings.Split(condition.Condition).Texts : [],
    };
}
