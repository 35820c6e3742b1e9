using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Dialogues;

/// <summary>Why something about dialogues, forums, authorities, recommendations or commitments is refused; each code is a sentence in the seven languages.</summary>
public static class DialogueRefusals
{
    public static readonly Refusal IdIsTaken = new("dialogue.id-is-taken");
    public static readonly Refusal NeedsName = new("dialogue.needs-name", "names");
    public static readonly Refusal NeedsText = new("dialogue.needs-text");
    public static readonly Refusal NeedsReason = new("dialogue.needs-reason", "reason");
    public static readonly Refusal UnknownLanguage = new("dialogue.unknown-language");
    public static readonly Refusal TwiceInOneLanguage = new("dialogue.twice-in-one-language");
    public static readonly Refusal OneLineOnly = new("dialogue.one-line-only");
    public static readonly Refusal TextTooLong = new("dialogue.text-too-long");
    public static readonly Refusal TooMany = new("dialogue.too-many");
    public static readonly Refusal AddressNotUnderstood = new("dialogue.address-not-understood");
    public static readonly Refusal NeedsTarget = new("dialogue.needs-target");
    public static readonly Refusal UnknownCountry = new("dialogue.unknown-country", "country");
    public static readonly Refusal NeedsZone = new("dialogue.needs-zone", "zone");
    public static readonly Refusal NeedsHour = new("dialogue.needs-hour");
    public static readonly Refusal NotUnderstood = new("dialogue.not-understood");
    public static readonly Refusal DayNotUnderstood = new("dialogue.day-not-understood");
    public static readonly Refusal EndsBeforeItBegins = new("dialogue.ends-before-it-begins", "ends");

    public static readonly Refusal NoSuchForum = new("forum.no-such-forum", "forumId");
    public static readonly Refusal ForumIsCancelled = new("forum.is-cancelled");

    public static readonly Refusal NoSuchAuthority = new("authority.no-such-authority", "authorityId");
    public static readonly Refusal NoSuchPost = new("authority.no-such-post", "postId");
    public static readonly Refusal NoSuchHolder = new("authority.no-such-holder", "holderId");
    public static readonly Refusal HeldByAnother = new("authority.held-by-another", "from");
    public static readonly Refusal HasLeft = new("authority.has-left", "until");

    public static readonly Refusal NoSuchDialogue = new("dialogue.no-such-dialogue", "dialogueId");
    public static readonly Refusal DialogueIsOver = new("dialogue.is-over");
    public static readonly Refusal NotBegunYet = new("dialogue.not-begun-yet");
    public static readonly Refusal NotHeld = new("dialogue.not-held");
    public static readonly Refusal NotMinuted = new("dialogue.not-minuted");
    public static readonly Refusal NeedsMinutes = new("dialogue.needs-minutes", "minutes");
    public static readonly Refusal PromisesArePublic = new("dialogue.promises-are-public", "attribution");

    public static readonly Refusal NoSuchRecommendation = new("recommendation.no-such-recommendation", "recommendationId");
    public static readonly Refusal WordsWerePresented = new("recommendation.words-were-presented");
    public static readonly Refusal RecommendationIsClosed = new("recommendation.is-closed");
    public static readonly Refusal PresentedNowhere = new("recommendation.presented-nowhere", "dialogueId");

    public static readonly Refusal NoSuchCommitment = new("commitment.no-such-commitment", "commitmentId");
    public static readonly Refusal NeedsSource = new("commitment.needs-source", "source.url");
    public static readonly Refusal NeedsCondition = new("commitment.needs-condition", "due.condition");
    public static readonly Refusal DueBeforeMade = new("commitment.due-before-made", "due.date");
    public static readonly Refusal DaysOutOfRange = new("commitment.days-out-of-range", "due.daysBefore");
    public static readonly Refusal MadeInTheFuture = new("commitment.made-in-the-future", "madeOn");
    public static readonly Refusal HouseRuleIsConfidential = new("commitment.house-rule-is-confidential", "confidential");
    public static readonly Refusal WordsStand = new("commitment.words-stand", "words");
    public static readonly Refusal StatusNeedsEvidence = new("commitment.status-needs-evidence", "evidence");
    public static readonly Refusal StatusFollowsFromClock = new("commitment.status-follows-from-clock", "status");
    public static readonly Refusal StatusIsThat = new("commitment.status-is-that", "status");
    public static readonly Refusal ReviewIsPending = new("commitment.review-is-pending");
    public static readonly Refusal NoSuchProposal = new("commitment.no-such-proposal");
    public static readonly Refusal NotYourMember = new("commitment.not-your-member", "organisationId");
    public static readonly Refusal ReviewNeedsAnother = new("commitment.review-needs-another");
}
