using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Statements.StatementRefusals;

namespace Mekong.Advocacy.Domain.Statements;

using Decision = Decision<StatementEvent>;

/// <summary>From the closing on: handed over, answered, put away. And the ways in which it may end before.</summary>
public sealed partial record Statement
{
    private bool IsOver => Stage is StatementStage.Cancelled or StatementStage.Superseded or StatementStage.Archived;

    private bool HasClosed => Stage is StatementStage.Closed or StatementStage.Delivered or StatementStage.Answered;

    public Decision Close(DateTimeOffset now, RegisterMark register, int organisations, int individuals) => Stage switch
    {
        StatementStage.Open or StatementStage.Suspended when now >= Window!.ClosesAt => new StatementClosed(now, register, organisations, individuals),
        _ => Decision.Nothing,
    };

    public Decision Cancel(Guid cancelledBy, string reason) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        StatementStage.Cancelled => Decision.Nothing,
        >= StatementStage.Closed => AlreadyOver,
        _ when string.IsNullOrWhiteSpace(reason) => NeedsReason,
        _ => new StatementCancelled(cancelledBy, reason.Trim()),
    };

    public Decision Supersede(Guid supersededBy, Guid own, Guid by) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        StatementStage.Superseded => Decision.Nothing,
        StatementStage.Cancelled or StatementStage.Archived => AlreadyOver,
        < StatementStage.Open => NotOpen,
        _ when own == by => CannotFollowItself,
        _ => new StatementSuperseded(supersededBy, by),
    };

    public Decision MakePackage(PackageMade package) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        _ when Packages.Exists(made => made.PackageId == package.PackageId) => Decision.Nothing,
        _ when HasClosed => package,
        _ => NotClosed,
    };

    /// <summary>One mail to an office at a time: it may arrive yet.</summary>
    public Decision RequestMail(PackageMailRequested mail) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        _ when Records.Contains(mail.TransmissionId) || MailsUnderWay.ContainsKey(mail.TransmissionId) => Decision.Nothing,
        _ when !HasClosed => NotClosed,
        _ when Content!.Addressees.All(to => to.Key != mail.Addressee) => NoSuchAddressee,
        _ when !Packages.Exists(made => made.PackageId == mail.PackageId && made.Addressee == mail.Addressee) => NoSuchPackage,
        _ when MailsUnderWay.Values.Any(other => other.Addressee == mail.Addressee) => MailIsUnderWay,
        _ => mail,
    };

    /// <summary>What failed stays failed; a further attempt is a further transmission.</summary>
    public Decision RecordTransmission(TransmissionRecorded sent) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        _ when Records.Contains(sent.TransmissionId) => Decision.Nothing,
        _ when !HasClosed => NotClosed,
        _ when Content!.Addressees.All(to => to.Key != sent.Addressee) => NoSuchAddressee,
        _ when !Packages.Exists(made => made.PackageId == sent.PackageId && made.Hash == sent.PackageHash && made.Addressee == sent.Addressee) => NoSuchPackage,
        _ when sent is { Channel: TransmissionChannel.Hand or TransmissionChannel.Post, Arrived: true, EvidenceId: null } => NeedsEvidence,
        _ => sent,
    };

    public Decision RecordReply(ReplyReceived reply) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        _ when Records.Contains(reply.ReplyId) => Decision.Nothing,
        not (StatementStage.Delivered or StatementStage.Answered) => NotClosed,
        _ when Content!.Addressees.All(to => to.Key != reply.Addressee) => NoSuchAddressee,
        _ when string.IsNullOrWhiteSpace(reply.Summary) => CommentNeedsText.At("summary"),
        _ => reply,
    };

    public Decision RecordOutcome(Guid recordedBy, string summary) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        not (StatementStage.Delivered or StatementStage.Answered) => NotClosed,
        _ when string.IsNullOrWhiteSpace(summary) => CommentNeedsText.At("summary"),
        _ when Outcome == summary.Trim() => Decision.Nothing,
        _ => new OutcomeRecorded(recordedBy, summary.Trim()),
    };

    public string? Outcome { get; init; }

    public Decision Archive(Guid archivedBy) => Stage switch
    {
        StatementStage.Unwritten => NoSuchStatement,
        StatementStage.Archived => Decision.Nothing,
        _ when HasClosed || IsOver => new StatementArchived(archivedBy),
        _ => NotClosed,
    };
}
