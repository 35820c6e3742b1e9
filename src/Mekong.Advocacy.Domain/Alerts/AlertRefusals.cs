using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Alerts;

/// <summary>Why an alert's command is refused; each code is a sentence in the seven languages.</summary>
public static class AlertRefusals
{
    public static readonly Refusal NeedsName = new("alert.needs-name", "name");
    public static readonly Refusal UnknownLanguage = new("alert.unknown-language");
    public static readonly Refusal UnknownCountry = new("alert.unknown-country", "audience.countries");
    public static readonly Refusal UnknownChannel = new("alert.unknown-channel", "audience.channels");
    public static readonly Refusal UnknownFallback = new("alert.unknown-fallback", "fallback");
    public static readonly Refusal NeedsChannel = new("alert.needs-channel", "audience.channels");
    public static readonly Refusal UnknownMergeField = new("alert.unknown-merge-field");
    public static readonly Refusal TextTooLong = new("alert.text-too-long");
    public static readonly Refusal NeedsEmailText = new("alert.needs-email-text", "texts");
    public static readonly Refusal NeedsSmsText = new("alert.needs-sms-text", "texts");
    public static readonly Refusal NeedsEnglish = new("alert.needs-english", "fallback");
    public static readonly Refusal NoSuchAlert = new("alert.no-such-alert");
    public static readonly Refusal AlreadyWritten = new("alert.already-written");
    public static readonly Refusal AlreadyLeaving = new("alert.already-leaving");
    public static readonly Refusal ApprovalNotRequested = new("alert.approval-not-requested");
    public static readonly Refusal AuthorMayNotApprove = new("alert.author-may-not-approve");
    public static readonly Refusal ContentHasMoved = new("alert.content-has-moved", "contentHash");
    public static readonly Refusal LibraryHasMoved = new("alert.library-has-moved");
    public static readonly Refusal NotApproved = new("alert.not-approved");
    public static readonly Refusal HourHasPassed = new("alert.hour-has-passed", "at");
    public static readonly Refusal HourNotUnderstood = new("alert.hour-not-understood", "at");
    public static readonly Refusal ZoneNotKnown = new("alert.zone-not-known", "zone");
    public static readonly Refusal HourDoesNotExist = new("alert.hour-does-not-exist", "at");
    public static readonly Refusal OverBudget = new("alert.over-budget", "at");
    public static readonly Refusal NotSending = new("alert.not-sending");
    public static readonly Refusal NotPaused = new("alert.not-paused");
    public static readonly Refusal NeedsReason = new("alert.needs-reason", "reason");
    public static readonly Refusal MailTooLarge = new("alert.mail-too-large");
    public static readonly Refusal TestNeedsReviewer = new("alert.test-needs-reviewer", "reviewers");
    public static readonly Refusal TestNeedsText = new("alert.test-needs-text", "languages");
    public static readonly Refusal NoSuchText = new("alert.no-such-text");
    public static readonly Refusal TextHasMoved = new("alert.text-has-moved");
    public static readonly Refusal TextWasChanged = new("alert.text-was-changed");
    public static readonly Refusal NotOver = new("alert.not-over");
    public static readonly Refusal NotBegun = new("alert.not-begun");
    public static readonly Refusal StillLeaving = new("alert.still-leaving");
    public static readonly Refusal UnknownRelation = new("alert.unknown-relation", "kind");
    public static readonly Refusal RelationIsFixed = new("alert.relation-is-fixed", "audience.relation");
    public static readonly Refusal AlreadyOver = new("alert.already-over");
}
