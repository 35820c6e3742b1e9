using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.FollowUps;

/// <summary>Why a follow-up's command is refused; each code is a sentence in the seven languages.</summary>
public static class FollowUpRefusals
{
    public static readonly Refusal NoSuchFollowUp = new("follow-up.no-such-follow-up");
    public static readonly Refusal AlreadyWritten = new("follow-up.already-written");
    public static readonly Refusal NotYours = new("follow-up.not-yours");
    public static readonly Refusal NeedsStep = new("follow-up.needs-step", "step");
    public static readonly Refusal StepTooLong = new("follow-up.step-too-long", "step");
    public static readonly Refusal UnknownLanguage = new("follow-up.unknown-language", "language");
    public static readonly Refusal UnknownCountry = new("follow-up.unknown-country", "country");
    public static readonly Refusal NoSuchOwner = new("follow-up.no-such-owner", "owner");
    public static readonly Refusal PriorityOutOfRange = new("follow-up.priority-out-of-range", "priority");
    public static readonly Refusal TooManyItems = new("follow-up.too-many-items", "checklist");
    public static readonly Refusal ItemNotClear = new("follow-up.item-not-clear", "checklist");
    public static readonly Refusal NoSuchItem = new("follow-up.no-such-item", "item");
    public static readonly Refusal NeedsDue = new("follow-up.needs-due", "due");
    public static readonly Refusal DayOutOfRange = new("follow-up.day-out-of-range", "due");
    public static readonly Refusal TooManyDays = new("follow-up.too-many-days", "due");
    public static readonly Refusal NoSuchForum = new("follow-up.no-such-forum", "due");
    public static readonly Refusal NoSuchSubject = new("follow-up.no-such-subject", "about");
    public static readonly Refusal IsClosed = new("follow-up.is-closed");
    public static readonly Refusal NeedsOutcome = new("follow-up.needs-outcome", "words");
    public static readonly Refusal NeedsReason = new("follow-up.needs-reason", "reason");
    public static readonly Refusal WordsTooLong = new("follow-up.words-too-long", "words");
    public static readonly Refusal SnoozeIntoThePast = new("follow-up.snooze-into-the-past", "until");
    public static readonly Refusal SnoozeTooLong = new("follow-up.snooze-too-long", "until");
    public static readonly Refusal TooManyNotes = new("follow-up.too-many-notes", "text");
    public static readonly Refusal NeedsNote = new("follow-up.needs-note", "text");
}
