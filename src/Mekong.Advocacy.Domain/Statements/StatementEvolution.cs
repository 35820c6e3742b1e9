using System.Collections.Immutable;
using System.Diagnostics;

namespace Mekong.Advocacy.Domain.Statements;

/// <summary>What each event means for the statement's state. It never refuses.</summary>
public sealed partial record Statement
{
    private static Statement Evolve(Statement was, StatementEvent happened) => happened switch
    {
        StatementDrafted e => was with { Stage = StatementStage.Draft, Number = e.Number, Content = e.Content, Authors = was.Authors.Add(e.AuthorId) },
        StatementEdited e => was with { Content = e.Content, Authors = was.Authors.Add(e.AuthorId) },
        StatementCommented e => was with { Records = was.Records.Add(e.CommentId) },
        StatementTextFrozen e => was with { Stage = StatementStage.Frozen, Version = e.Version, Texts = Frozen(was.Content!.InOrder, e.Seals, e.Version) },
        StatementTextThawed => was with { Stage = StatementStage.Draft, Version = 0, Texts = [] },
        StatementTextApproved e => Approved(was, e),
        StatementOpened => was with { Stage = StatementStage.Open },
        StatementSuspended => was with { Stage = StatementStage.Suspended },
        StatementReopened => was with { Stage = StatementStage.Open },
        StatementDeadlineMoved e => was with { Content = was.Content! with { Window = was.Window! with { ClosesAt = e.ClosesAt } } },
        CorrigendumIssued e => was with { Corrigenda = was.Corrigenda.Add(e.CorrigendumId) },
        StatementRevisionProposed e => was with { Proposed = Frozen(e.Texts, e.Seals, e.Version), Authors = was.Authors.Add(e.ProposedBy) },
        StatementRevisionDropped => was with { Proposed = [] },
        StatementRevised e => was with { Version = e.Version, Texts = was.Proposed, Proposed = [] },
        CourtesyTextAdded e => was with
        {
            Texts = was.Texts.RemoveAll(text => text.Text.Language == e.Text.Language).Add(new FrozenText(e.Text, e.Version, e.Hash)),
            Authors = was.Authors.Add(e.AddedBy),
        },
        StatementClosed e => was with { Stage = StatementStage.Closed, ClosedAt = e.Register, Proposed = [] },
        StatementCancelled => was with { Stage = StatementStage.Cancelled },
        StatementSuperseded => was with { Stage = StatementStage.Superseded },
        PackageMade e => was with { Packages = was.Packages.Add(e) },
        PackageMailRequested e => was with { MailsUnderWay = was.MailsUnderWay.Add(e.TransmissionId, e) },
        TransmissionRecorded e => was with { Records = was.Records.Add(e.TransmissionId), MailsUnderWay = was.MailsUnderWay.Remove(e.TransmissionId), Stage = e.Arrived && was.Stage == StatementStage.Closed ? StatementStage.Delivered : was.Stage },
        ReplyReceived e => was with { Records = was.Records.Add(e.ReplyId), Stage = StatementStage.Answered },
        OutcomeRecorded e => was with { Outcome = e.Summary },
        StatementArchived => was with { Stage = StatementStage.Archived },
        _ => throw new UnreachableException($"Statement gives {happened.GetType().Name} no meaning."),
    };

    private static ImmutableList<FrozenText> Frozen(IEnumerable<StatementText> texts, IReadOnlyList<TextSeal> seals, int version) =>
        [.. texts.Select(text => new FrozenText(text, version, seals.First(seal => seal.Language == text.Language).Hash))];

    /// <summary>When the last of the languages is approved, the statement is.</summary>
    private static Statement Approved(Statement was, StatementTextApproved happened)
    {
        if (was.Proposed.Exists(text => text.Version == happened.Version)) return was with { Proposed = Marked(was.Proposed, happened) };
        var texts = Marked(was.Texts, happened);
        var whole = was.Stage == StatementStage.Frozen && texts.TrueForAll(text => text.ApprovedBy is not null);
        return was with { Texts = texts, Stage = whole ? StatementStage.Approved : was.Stage };
    }

    private static ImmutableList<FrozenText> Marked(ImmutableList<FrozenText> texts, StatementTextApproved happened) =>
        [.. texts.Select(text => text.Text.Language == happened.Language && text.Hash == happened.Hash ? text with { ApprovedBy = happened.ApproverId } : text)];
}
