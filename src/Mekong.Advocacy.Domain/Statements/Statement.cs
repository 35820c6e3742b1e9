using System.Collections.Immutable;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Statements.StatementRefusals;

namespace Mekong.Advocacy.Domain.Statements;

using Decision = Decision<StatementEvent>;

/// <summary>A joint text from its draft to the answer. What one signs stands still under a published hash, and a second person has read every language.</summary>
/// <param name="Version">Of the text that is signed now, from 1; 0: never frozen.</param>
/// <param name="Texts">Of that version, late translations included.</param>
/// <param name="Proposed">A material change that waits for its approvals.</param>
public sealed partial record Statement(
    StatementStage Stage, int Number, StatementContent? Content, ImmutableHashSet<Guid> Authors, int Version, ImmutableList<FrozenText> Texts,
    ImmutableList<FrozenText> Proposed)
{
    public static readonly Fold<Statement, StatementEvent> Fold =
        new("statement", new Statement(StatementStage.Unwritten, 0, null, [], 0, [], []), Evolve);

    public SignOnWindow? Window => Content?.Window;

    public ImmutableHashSet<Guid> Corrigenda { get; init; } = [];

    public ImmutableList<PackageMade> Packages { get; init; } = [];

    public ImmutableHashSet<Guid> Records { get; init; } = [];

    /// <summary>Asked for, and the mail server has not answered yet; by transmission.</summary>
    public ImmutableDictionary<Guid, PackageMailRequested> MailsUnderWay { get; init; } = ImmutableDictionary<Guid, PackageMailRequested>.Empty;

    public RegisterMark? ClosedAt { get; init; }

    public Decision Draft(Guid authorId, int number, StatementContent content) => Stage switch
    {
        StatementStage.Unwritten when StatementRules.FaultsOf(content).FirstOrDefault() is { } fault => fault,
        StatementStage.Unwritten => new StatementDrafted(authorId, number, content),
        StatementStage.Draft when content.Equals(Content) && Authors.Contains(authorId) => Decision.Nothing,
        _ => AlreadyWritten,
    };

    public Decision Edit(Guid authorId, StatementContent content) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        StatementStage.Draft when StatementRules.FaultsOf(content).FirstOrDefault() is { } fault => fault,
        StatementStage.Draft when content.Equals(Content) => Decision.Nothing,
        StatementStage.Draft => new StatementEdited(authorId, content),
        _ => TextIsFrozen,
    };

    public Decision Comment(Guid commentId, Guid accountId, string? language, string text) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        _ when Records.Contains(commentId) => Decision.Nothing,
        _ when string.IsNullOrWhiteSpace(text) => CommentNeedsText,
        _ when text.Length > StatementRules.LongestComment => TextTooLong.At("text", "4000"),
        _ => new StatementCommented(commentId, accountId, language, text.Trim()),
    };

    public Decision Freeze(Guid frozenBy) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        StatementStage.Draft when StatementRules.Gaps(Content!).FirstOrDefault() is { } gap => gap,
        StatementStage.Draft => new StatementTextFrozen(frozenBy, 1, Seals.Of(Content!.InOrder, 1), Window!.OpensAt),
        StatementStage.Frozen or StatementStage.Approved => Decision.Nothing,
        _ => AlreadyOver,
    };

    public Decision Thaw(Guid thawedBy, string reason) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        StatementStage.Draft => Decision.Nothing,
        StatementStage.Frozen or StatementStage.Approved when string.IsNullOrWhiteSpace(reason) => NeedsReason,
        StatementStage.Frozen or StatementStage.Approved => new StatementTextThawed(thawedBy, reason.Trim()),
        _ => TextIsFrozen,
    };

    /// <summary>A second person answers for one language, as it was frozen; of a version that is being prepared as well.</summary>
    public Decision Approve(Guid approverId, string language, string hash)
    {
        if (Stage == StatementStage.Unwritten) return NoSuchStatement;
        if (Stage is StatementStage.Draft) return TextNotFrozen;
        if ((Proposed.Find(text => text.Text.Language == language) ?? Texts.Find(text => text.Text.Language == language)) is not { } frozen)
            return NoSuchText.At($"texts.{language}");
        if (frozen.Hash != hash) return TextHasMoved.At($"texts.{language}");
        if (Authors.Contains(approverId)) return AuthorMayNotApprove;
        return frozen.ApprovedBy is not null ? Decision.Nothing : Approved(new StatementTextApproved(approverId, frozen.Version, language, hash));
    }

    /// <summary>With the last approval a proposed version becomes the one that is signed.</summary>
    private Decision Approved(StatementTextApproved approved) =>
        Evolve(this, approved) is { Proposed: { Count: > 0 } proposed } && proposed.TrueForAll(text => text.ApprovedBy is not null)
            ? Decision.All([approved, new StatementRevised(approved.Version)])
            : approved;

    public Decision Open(DateTimeOffset now) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        StatementStage.Open => Decision.Nothing,
        StatementStage.Draft or StatementStage.Frozen => NotApproved,
        StatementStage.Approved when now < Window!.OpensAt => NotYetOpen,
        StatementStage.Approved when now >= Window!.ClosesAt => DeadlineHasPassed,
        StatementStage.Approved => new StatementOpened(Version, now, Window!.ClosesAt),
        _ => AlreadyOver,
    };
}
