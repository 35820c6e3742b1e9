using System.Collections.Immutable;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Messages;
using static Mekong.Advocacy.Domain.Alerts.AlertRefusals;

namespace Mekong.Advocacy.Domain.Alerts;

using Decision = Decision<AlertEvent>;

public enum AlertStage { Unwritten, Draft, AwaitingApproval, Approved, Scheduled, Sending, Paused, Finished, Cancelled }

/// <summary>A call to action on its way from draft to the last recipient. Nothing leaves that a second person has not approved.</summary>
public sealed partial record Alert(AlertStage Stage, AlertContent? Content, ImmutableHashSet<Guid> Authors, DateTimeOffset? At, bool Archived = false, bool Begun = false)
{
    /// <summary>Trials that were asked for, and those that have an answer.</summary>
    public AlertTests Tests { get; init; } = AlertTests.None;

    public static readonly Fold<Alert, AlertEvent> Fold =
        new("alert", new Alert(AlertStage.Unwritten, Content: null, [], At: null), (was, e) => Evolve(was, e) with { Standings = TextStandings.Evolve(was.Standings, e) });

    /// <summary>How far each language is.</summary>
    public TextStandings Standings { get; private init; } = TextStandings.None;

    public Decision Draft(Guid authorId, AlertContent content) => Stage switch
    {
        AlertStage.Unwritten when ContentRules.FaultsOf(content).FirstOrDefault() is { } fault => fault,
        AlertStage.Unwritten => new AlertDrafted(authorId, content),
        AlertStage.Draft when content.Equals(Content) && Authors.Contains(authorId) => Decision.Nothing,
        _ => AlreadyWritten,
    };

    public Decision Edit(Guid authorId, AlertContent content) => Stage switch
    {
        AlertStage.Unwritten => NoSuchAlert,
        AlertStage.Sending or AlertStage.Paused => AlreadyLeaving,
        AlertStage.Finished or AlertStage.Cancelled => AlreadyOver,
        _ when content.Audience.Relation != Content!.Audience.Relation => RelationIsFixed,
        _ when ContentRules.FaultsOf(content).FirstOrDefault() is { } fault => fault,
        _ when content.Equals(Content) => Decision.Nothing,
        _ => new AlertEdited(authorId, content),
    };

    /// <summary>Refused where somebody else's text would be overwritten unseen; judged at the moment of writing, so nothing slips between.</summary>
    public Decision EditTexts(Guid authorId, TextEdits edits) => Stage switch
    {
        AlertStage.Unwritten => NoSuchAlert,
        < AlertStage.Sending when edits.Conflicts(Content!).FirstOrDefault() is { } moved => moved,
        _ => Edit(authorId, edits.Onto(Content!)),
    };

    /// <param name="mailSizes">See <see cref="ContentRules.TooLarge"/>.</param>
    public Decision RequestApproval(Guid requestedBy, IReadOnlyDictionary<string, int>? mailSizes = null) => Stage switch
    {
        AlertStage.Unwritten => NoSuchAlert,
        AlertStage.Draft when ContentRules.Missing(Content!) is { } missing => missing,
        AlertStage.Draft when mailSizes is not null && ContentRules.TooLarge(mailSizes) is { } large => large,
        AlertStage.Draft => new AlertApprovalRequested(requestedBy, Content!.Hash),
        AlertStage.Finished or AlertStage.Cancelled => AlreadyOver,
        _ => Decision.Nothing,
    };

    public Decision Approve(Guid approverId, string contentHash) => Stage switch
    {
        AlertStage.Unwritten => NoSuchAlert,
        AlertStage.Cancelled => AlreadyOver,
        _ when Authors.Contains(approverId) => AuthorMayNotApprove,
        _ when contentHash != Content!.Hash => ContentHasMoved,
        AlertStage.Draft => ApprovalNotRequested,
        AlertStage.AwaitingApproval => new AlertApproved(approverId, contentHash),
        _ => Decision.Nothing,
    };

    /// <summary>The approver's no. It also takes an alert off the schedule that was approved already.</summary>
    public Decision SendBack(Guid approverId, string contentHash, string reason) => Stage switch
    {
        AlertStage.Unwritten => NoSuchAlert,
        AlertStage.Draft => Decision.Nothing,
        AlertStage.Sending or AlertStage.Paused => AlreadyLeaving,
        AlertStage.Finished or AlertStage.Cancelled => AlreadyOver,
        _ when string.IsNullOrWhiteSpace(reason) => NeedsReason,
        _ when contentHash != Content!.Hash => ContentHasMoved,
        _ => new AlertSentBack(approverId, contentHash, reason.Trim()),
    };

    /// <summary>One person answers alone, with a reason that stands on the alert for ever.</summary>
    public Decision ReleaseInEmergency(
        Guid releasedBy, string contentHash, string reason, IReadOnlyDictionary<string, int>? mailSizes = null) => Stage switch
        {
            AlertStage.Unwritten => NoSuchAlert,
            AlertStage.Finished or AlertStage.Cancelled => AlreadyOver,
            AlertStage.Approved or AlertStage.Scheduled or AlertStage.Sending or AlertStage.Paused => Decision.Nothing,
            _ when string.IsNullOrWhiteSpace(reason) => NeedsReason,
            _ when contentHash != Content!.Hash => ContentHasMoved,
            _ when ContentRules.Missing(Content!) is { } missing => missing,
            _ when mailSizes is not null && ContentRules.TooLarge(mailSizes) is { } large => large,
            _ => new AlertReleasedInEmergency(releasedBy, contentHash, reason.Trim()),
        };

    /// <param name="textHash">Of the text the reviewer has read: <see cref="ContentHash.Of(AlertText)"/>.</param>
    public Decision Review(Guid reviewerId, string language, string textHash) => Stage switch
    {
        AlertStage.Unwritten => NoSuchAlert,
        AlertStage.Finished or AlertStage.Cancelled => AlreadyOver,
        _ when !Content!.Texts.ContainsKey(language) => NoSuchText.At($"texts.{language}"),
        _ when ContentHash.Of(Content.Texts[language]) != textHash => TextHasMoved.At($"texts.{language}"),
        _ when Standings.Of(language) == TextState.Reviewed && Standings.Texts[language].ReviewerId == reviewerId => Decision.Nothing,
        _ => new AlertTextReviewed(reviewerId, language, textHash, Content.SourceHash),
    };

    public Decision Archive(Guid archivedBy) => Stage switch
    {
        AlertStage.Unwritten => NoSuchAlert,
        AlertStage.Finished or AlertStage.Cancelled => Archived ? Decision.Nothing : new AlertArchived(archivedBy),
        _ => NotOver,
    };

    public Decision Unarchive(Guid unarchivedBy) =>
        Stage == AlertStage.Unwritten ? NoSuchAlert : Archived ? new AlertUnarchived(unarchivedBy) : Decision.Nothing;

    /// <param name="texts">What its texts are expected to cost; null where it has none.</param>
    public Decision Schedule(DateTimeOffset at, string? zone, DateTimeOffset now, SmsCost? texts = null) => Stage switch
    {
        AlertStage.Unwritten => NoSuchAlert,
        AlertStage.Draft or AlertStage.AwaitingApproval => NotApproved,
        AlertStage.Scheduled when at == At => Decision.Nothing,
        AlertStage.Approved or AlertStage.Scheduled when at < now => HourHasPassed,
        AlertStage.Approved or AlertStage.Scheduled when texts is { IsOver: true } => OverBudget with { Detail = texts.OverCap },
        AlertStage.Approved or AlertStage.Scheduled => new AlertScheduled(at, zone, texts?.Amount, texts?.Currency),
        AlertStage.Sending or AlertStage.Paused => AlreadyLeaving,
        _ => AlreadyOver,
    };

    public Decision StartSending(long audience, DateTimeOffset now) => Stage switch
    {
        AlertStage.Scheduled when At <= now => new AlertSendingStarted(audience),
        _ => Decision.Nothing,
    };

    public Decision Pause(PauseReason reason, string? detail) => Stage switch
    {
        AlertStage.Sending => new AlertPaused(reason, detail),
        AlertStage.Paused => Decision.Nothing,
        AlertStage.Unwritten => NoSuchAlert,
        AlertStage.Finished or AlertStage.Cancelled => AlreadyOver,
        _ => NotSending,
    };

    public Decision Resume() => Stage switch
    {
        AlertStage.Paused => new AlertResumed(),
        AlertStage.Sending => Decision.Nothing,
        AlertStage.Unwritten => NoSuchAlert,
        AlertStage.Finished or AlertStage.Cancelled => AlreadyOver,
        _ => NotPaused,
    };

    public Decision Cancel() => Stage switch
    {
        AlertStage.Unwritten => NoSuchAlert,
        AlertStage.Cancelled => Decision.Nothing,
        AlertStage.Finished => AlreadyOver,
        _ => new AlertCancelled(),
    };

    public Decision Finish(AlertFinished counts) => Stage switch
    {
        AlertStage.Sending or AlertStage.Paused => counts,
        _ => Decision.Nothing,
    };
}
