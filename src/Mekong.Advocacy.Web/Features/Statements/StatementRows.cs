using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>A statement as lists, jobs and the public site see it.</summary>
/// <param name="Version">Of the text that is signed now; 0: not frozen.</param>
/// <param name="Languages">In which something is written, late translations included.</param>
/// <param name="Authentic">Those of them that one signs.</param>
/// <param name="Proposed">In which a coming version is written, while it waits for its approvals.</param>
/// <param name="Approved">Those of them that a second person answers for, in the version that is signed now.</param>
public sealed record StatementRow(
    Guid Id, int Number, string Name, StatementStage Stage, int Version, string[] Languages, string[] Authentic, string[] Approved, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt,
    string? Zone, DateTimeOffset? EmbargoUntil, bool Outside, bool Individuals, SilenceRule Silence, DateTimeOffset DraftedAt, DateTimeOffset ChangedAt,
    DateTimeOffset? OpenedAt = null, DateTimeOffset? ClosedAt = null, DateTimeOffset? DeliveredAt = null, DateTimeOffset? AnsweredAt = null,
    int? RegisterSize = null, string? RegisterRoot = null, Guid? SupersededBy = null, string[]? Proposed = null)
{
    public static readonly TimeSpan ClosingSoon = TimeSpan.FromHours(72);

    /// <summary>Opened at some time, and past its embargo: the public may know of it.</summary>
    public bool IsPublicAt(DateTimeOffset now) => OpenedAt <= now && (EmbargoUntil is null || EmbargoUntil <= now) && Stage != StatementStage.Cancelled;

    public bool IsOpenAt(DateTimeOffset now) => Stage == StatementStage.Open && OpensAt <= now && now < ClosesAt;

    public bool IsClosingSoonAt(DateTimeOffset now) => IsOpenAt(now) && ClosesAt - now <= ClosingSoon;
}

/// <summary>One row per statement, right the moment a command returns.</summary>
internal sealed class StatementRows : Projection<StatementRow>
{
    public const string Prefix = "statement-";

    public override string Table => "advocacy.statements";

    public override string? KeyOf(Recorded happened) => happened.Event is StatementEvent ? happened.Stream[Prefix.Length..] : null;

    public override StatementRow? Apply(StatementRow? row, Recorded happened) =>
        Next(row, Guid.Parse(happened.Stream[Prefix.Length..]), happened) is { } next ? next with { ChangedAt = happened.At } : null;

    private static StatementRow? Next(StatementRow? row, Guid id, Recorded happened) => happened.Event switch
    {
        StatementDrafted e => Describe(new StatementRow(id, e.Number, "", StatementStage.Draft, 0, [], [], [], null, null, null, null, false, false, SilenceRule.Carry, happened.At, happened.At), e.Content),
        StatementEdited e => Describe(row!, e.Content),
        StatementTextFrozen e => row! with { Stage = StatementStage.Frozen, Version = e.Version },
        StatementTextThawed => row! with { Stage = StatementStage.Draft, Version = 0, Approved = [] },
        StatementTextApproved e => Approve(row!, e),
        CourtesyTextAdded e => row! with { Languages = [.. row.Languages.Union([e.Text.Language])], Approved = [.. row.Approved.Except([e.Text.Language])] },
        StatementOpened e => row! with { Stage = StatementStage.Open, OpenedAt = e.At },
        StatementSuspended => row! with { Stage = StatementStage.Suspended },
        StatementReopened => row! with { Stage = StatementStage.Open },
        StatementDeadlineMoved e => row! with { ClosesAt = e.ClosesAt },
        StatementRevisionProposed e => row! with { Proposed = [.. e.Texts.Select(text => text.Language)] },
        StatementRevisionDropped => row! with { Proposed = null },
        StatementRevised e => row! with { Version = e.Version, Languages = row.Proposed!, Approved = row.Proposed!, Proposed = null },
        StatementClosed e => row! with { Stage = StatementStage.Closed, ClosedAt = e.At, RegisterSize = e.Register.Size, RegisterRoot = e.Register.Root },
        StatementCancelled => row! with { Stage = StatementStage.Cancelled },
        StatementSuperseded e => row! with { Stage = StatementStage.Superseded, SupersededBy = e.ByStatementId },
        TransmissionRecorded { Arrived: true } e when row!.Stage == StatementStage.Closed => row with { Stage = StatementStage.Delivered, DeliveredAt = e.At },
        ReplyReceived e => row! with { Stage = StatementStage.Answered, AnsweredAt = row.AnsweredAt ?? e.At },
        StatementArchived => row! with { Stage = StatementStage.Archived },
        _ => row,
    };

    /// <summary>When the last of the languages is approved, the statement is; a version that is only proposed changes nothing yet.</summary>
    private static StatementRow Approve(StatementRow row, StatementTextApproved happened)
    {
        if (happened.Version != row.Version) return row;
        var approved = row.Approved.Union([happened.Language]).ToArray();
        return row with { Approved = approved, Stage = row.Stage == StatementStage.Frozen && approved.Length == row.Languages.Length ? StatementStage.Approved : row.Stage };
    }

    private static StatementRow Describe(StatementRow row, StatementContent content) => row with
    {
        Name = content.Name,
        Languages = [.. content.InOrder.Select(text => text.Language)],
        Authentic = [.. content.InOrder.Where(text => text.Role == TextRole.Authentic).Select(text => text.Language)],
        OpensAt = content.Window?.OpensAt,
        ClosesAt = content.Window?.ClosesAt,
        Zone = content.Window?.Zone,
        EmbargoUntil = content.EmbargoUntil,
        Outside = content.Who.Outside,
        Individuals = content.Who.Individuals,
        Silence = content.Silence,
    };
}
