using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Statements;

/// <summary>Why a statement's command is refused; each code is a sentence in the seven languages.</summary>
public static class StatementRefusals
{
    public static readonly Refusal NoSuchStatement = new("statement.no-such-statement");
    public static readonly Refusal AlreadyWritten = new("statement.already-written");
    public static readonly Refusal NeedsName = new("statement.needs-name", "name");
    public static readonly Refusal UnknownLanguage = new("statement.unknown-language");
    public static readonly Refusal TwiceInOneLanguage = new("statement.twice-in-one-language");
    public static readonly Refusal TextTooLong = new("statement.text-too-long");
    public static readonly Refusal TitleIsOneLine = new("statement.title-is-one-line");
    public static readonly Refusal AddresseeNotClear = new("statement.addressee-not-clear", "addressees");
    public static readonly Refusal NeedsAuthenticText = new("statement.needs-authentic-text", "texts");
    public static readonly Refusal NeedsWholeText = new("statement.needs-whole-text");
    public static readonly Refusal NeedsAddressee = new("statement.needs-addressee", "addressees");
    public static readonly Refusal NeedsWindow = new("statement.needs-window", "window");
    public static readonly Refusal WindowEndsBeforeItBegins = new("statement.window-ends-before-it-begins", "closesAt");
    public static readonly Refusal EmbargoOutlastsWindow = new("statement.embargo-outlasts-window", "embargoUntil");
    public static readonly Refusal TextIsFrozen = new("statement.text-is-frozen");
    public static readonly Refusal TextNotFrozen = new("statement.text-not-frozen");
    public static readonly Refusal NoSuchText = new("statement.no-such-text");
    public static readonly Refusal TextHasMoved = new("statement.text-has-moved");
    public static readonly Refusal AuthorMayNotApprove = new("statement.author-may-not-approve");
    public static readonly Refusal NotApproved = new("statement.not-approved");
    public static readonly Refusal NotYetOpen = new("statement.not-yet-open");
    public static readonly Refusal DeadlineHasPassed = new("statement.deadline-has-passed");
    public static readonly Refusal IsSuspended = new("statement.is-suspended");
    public static readonly Refusal NotOpen = new("statement.not-open");
    public static readonly Refusal NotSuspended = new("statement.not-suspended");
    public static readonly Refusal NotClosed = new("statement.not-closed");
    public static readonly Refusal ClosesAtItsHour = new("statement.closes-at-its-hour");
    public static readonly Refusal AlreadyOver = new("statement.already-over");
    public static readonly Refusal NeedsReason = new("statement.needs-reason", "reason");
    public static readonly Refusal DeadlineMovesForwardOnly = new("statement.deadline-moves-forward-only", "closesAt");
    public static readonly Refusal WordsNotInText = new("statement.words-not-in-text", "found");
    public static readonly Refusal RevisionKeepsLanguages = new("statement.revision-keeps-languages", "texts");
    public static readonly Refusal NothingChanged = new("statement.nothing-changed", "texts");
    public static readonly Refusal NoRevision = new("statement.no-revision");
    public static readonly Refusal IsAuthentic = new("statement.is-authentic");
    public static readonly Refusal NoSuchAddressee = new("statement.no-such-addressee", "addressee");
    public static readonly Refusal NoSuchPackage = new("statement.no-such-package", "packageId");
    public static readonly Refusal MailIsUnderWay = new("statement.mail-is-under-way");
    public static readonly Refusal NoMailAddress = new("statement.no-mail-address", "contact");
    public static readonly Refusal NeedsEvidence = new("statement.needs-evidence", "evidence");
    public static readonly Refusal CommentNeedsText = new("statement.comment-needs-text", "text");
    public static readonly Refusal CannotFollowItself = new("statement.cannot-follow-itself", "by");
}
