using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Statements.StatementRefusals;

namespace Mekong.Advocacy.Domain.Statements;

using Decision = Decision<StatementEvent>;

/// <summary>While it is open: who may sign what, and the ways in which the window or the text may change.</summary>
public sealed partial record Statement
{
    /// <summary>Null when this very text may be signed at this instant. The server's clock decides, whatever a page still shows.</summary>
    public Refusal? WhyNotSign(SignedText text, DateTimeOffset now) => Stage switch
    {
        StatementStage.Unwritten or StatementStage.Draft or StatementStage.Frozen => NoSuchStatement,
        StatementStage.Approved => NotYetOpen,
        StatementStage.Suspended => IsSuspended,
        StatementStage.Open when now < Window!.OpensAt => NotYetOpen,
        StatementStage.Open when now < Window!.ClosesAt => WhyNotRead(text),
        _ => DeadlineHasPassed,
    };

    /// <summary>A courtesy text may be the one that was read; what is signed is the version.</summary>
    private Refusal? WhyNotRead(SignedText signed) =>
        Texts.Find(text => text.Text.Language == signed.Language && text.ApprovedBy is not null) is not { } frozen ? NoSuchText.At("language", signed.Language)
        : frozen.Hash != signed.Hash || signed.Version != Version ? TextHasMoved.At("textHash")
        : null;

    public Decision Suspend(Guid suspendedBy, string reason) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        StatementStage.Suspended => Decision.Nothing,
        StatementStage.Open when string.IsNullOrWhiteSpace(reason) => NeedsReason,
        StatementStage.Open => new StatementSuspended(suspendedBy, reason.Trim()),
        _ => NotOpen,
    };

    public Decision Reopen(Guid reopenedBy) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        StatementStage.Open => Decision.Nothing,
        StatementStage.Suspended => new StatementReopened(reopenedBy),
        _ => NotSuspended,
    };

    /// <summary>Never earlier: somebody relies on the hour that was published.</summary>
    public Decision MoveDeadline(Guid movedBy, DateTimeOffset closesAt, string reason, DateTimeOffset now) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        StatementStage.Approved or StatementStage.Open or StatementStage.Suspended when closesAt == Window!.ClosesAt => Decision.Nothing,
        StatementStage.Approved or StatementStage.Open or StatementStage.Suspended when now >= Window!.ClosesAt => DeadlineHasPassed,
        StatementStage.Approved or StatementStage.Open or StatementStage.Suspended when closesAt < Window!.ClosesAt => DeadlineMovesForwardOnly,
        StatementStage.Approved or StatementStage.Open or StatementStage.Suspended when string.IsNullOrWhiteSpace(reason) => NeedsReason,
        StatementStage.Approved or StatementStage.Open or StatementStage.Suspended => new StatementDeadlineMoved(movedBy, closesAt, reason.Trim()),
        _ => NotOpen,
    };

    public Decision IssueCorrigendum(Guid corrigendumId, Guid issuedBy, string language, string found, string correct, string? note) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        < StatementStage.Open => NotOpen,
        _ when Corrigenda.Contains(corrigendumId) => Decision.Nothing,
        _ when Texts.Find(text => text.Text.Language == language) is not { } text => NoSuchText.At($"texts.{language}"),
        _ when string.IsNullOrWhiteSpace(found) || !Seals.Canonical(Shown(language)).Contains(Seals.Canonical(found), StringComparison.Ordinal) => WordsNotInText,
        _ when correct == found => NothingChanged,
        _ => new CorrigendumIssued(corrigendumId, issuedBy, language, found, correct, note),
    };

    private string Shown(string language) => Texts.Find(text => text.Text.Language == language) is { Text: var text } ? $"{text.Title}\n\n{text.Body}" : "";

    /// <summary>A material change. The languages in which one signs stay the same; the words of at least one of them do not.</summary>
    public Decision ProposeRevision(Guid proposedBy, IReadOnlyList<StatementText> texts, DateTimeOffset now)
    {
        if (Stage is not (StatementStage.Open or StatementStage.Suspended)) return Stage == StatementStage.Unwritten ? NoSuchStatement : NotOpen;
        if (now >= Window!.ClosesAt) return DeadlineHasPassed;
        if (StatementRules.FaultsOf(texts).FirstOrDefault() is { } fault) return fault;
        if (StatementRules.Gaps(Content! with { Texts = texts }).FirstOrDefault() is { } gap) return gap;
        if (!Authentic(texts).SequenceEqual(Authentic(Texts.Select(text => text.Text)))) return RevisionKeepsLanguages;
        var ordered = (Content! with { Texts = texts }).InOrder.ToList();
        if (ordered.SequenceEqual(Proposed.Select(text => text.Text))) return Decision.Nothing;
        return ordered.TrueForAll(text => Texts.Exists(old => old.Text == text))
            ? NothingChanged
            : new StatementRevisionProposed(proposedBy, Version + 1, ordered, Seals.Of(ordered, Version + 1));
    }

    public Decision DropRevision(Guid droppedBy) => Stage == StatementStage.Unwritten ? NoSuchStatement
        : Proposed.Count == 0 ? Decision.Nothing
        : new StatementRevisionDropped(droppedBy, Version + 1);

    /// <summary>A late translation; the languages that are signed stay what they are.</summary>
    public Decision AddCourtesyText(Guid addedBy, StatementText text)
    {
        if (Stage is < StatementStage.Open or StatementStage.Cancelled or StatementStage.Archived) return Stage == StatementStage.Unwritten ? NoSuchStatement : NotOpen;
        if (StatementRules.FaultsOf([text]).FirstOrDefault() is { } fault) return fault;
        if (string.IsNullOrWhiteSpace(text.Title) || string.IsNullOrWhiteSpace(text.Body)) return NeedsWholeText.At($"texts.{text.Language}.body", text.Language);
        if (Texts.Find(old => old.Text.Language == text.Language) is { Text.Role: TextRole.Authentic }) return IsAuthentic.At($"texts.{text.Language}");
        var courtesy = text with { Role = TextRole.Courtesy };
        return Texts.Exists(old => old.Text == courtesy) ? Decision.Nothing : new CourtesyTextAdded(addedBy, Version, courtesy, Seals.Of(courtesy, Version).Hash);
    }

    private static IEnumerable<string> Authentic(IEnumerable<StatementText> texts) =>
        texts.Where(text => text.Role == TextRole.Authentic).Select(text => text.Language).Order(StringComparer.Ordinal);
}
