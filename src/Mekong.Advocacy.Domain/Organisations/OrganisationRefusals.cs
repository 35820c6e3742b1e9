using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Organisations;

/// <summary>Why something about an organisation is refused; each code is a sentence in the seven languages.</summary>
public static class OrganisationRefusals
{
    public static readonly Refusal NoSuchOrganisation = new("organisation.no-such-organisation");
    public static readonly Refusal IdIsTaken = new("organisation.id-is-taken");
    public static readonly Refusal AlreadyRegistered = new("organisation.already-registered", "names");
    public static readonly Refusal PerhapsRegistered = new("organisation.perhaps-registered", "names");
    public static readonly Refusal NeedsName = new("organisation.needs-name", "names");
    public static readonly Refusal NameTooLong = new("organisation.name-too-long", "names");
    public static readonly Refusal NameWithoutLetters = new("organisation.name-without-letters", "names");
    public static readonly Refusal NamedTwice = new("organisation.named-twice", "names");
    public static readonly Refusal UnknownLanguage = new("organisation.unknown-language", "names");
    public static readonly Refusal AcronymTooLong = new("organisation.acronym-too-long", "acronym");
    public static readonly Refusal UnknownCountry = new("organisation.unknown-country", "country");
    public static readonly Refusal NoSuchParent = new("organisation.no-such-parent", "parentId");
    public static readonly Refusal IsItsOwnParent = new("organisation.is-its-own-parent", "parentId");
    public static readonly Refusal UnknownStanding = new("organisation.unknown-standing", "standing");
    public static readonly Refusal NeedsReason = new("organisation.needs-reason", "reason");
    public static readonly Refusal NotVerified = new("organisation.not-verified", "standing");
    public static readonly Refusal IsMember = new("organisation.is-member");
    public static readonly Refusal AlreadyVerified = new("organisation.already-verified");
    public static readonly Refusal WasRefused = new("organisation.was-refused");
    public static readonly Refusal VoucherIsNoMember = new("organisation.voucher-is-no-member", "voucherId");
    public static readonly Refusal NoMandate = new("organisation.no-mandate", "officerId");
    public static readonly Refusal NeedsTwoMembers = new("organisation.needs-two-members", "means");
    public static readonly Refusal NeedsSource = new("organisation.needs-source", "source");
    public static readonly Refusal IsNotActive = new("organisation.is-not-active");
    public static readonly Refusal NoSuchFocalPoint = new("organisation.no-such-focal-point", "officerId");
    public static readonly Refusal NoSuchMandate = new("organisation.no-such-mandate", "mandateId");
    public static readonly Refusal MandateIsFixed = new("organisation.mandate-is-fixed");
    public static readonly Refusal NeedsStatement = new("organisation.needs-statement", "statementId");
    public static readonly Refusal NotForOneStatement = new("organisation.not-for-one-statement", "statementId");
    public static readonly Refusal NeedsEvidence = new("organisation.needs-evidence", "evidence");
    public static readonly Refusal BoardInTheFuture = new("organisation.board-in-the-future", "from");
    public static readonly Refusal EndsBeforeItBegins = new("organisation.ends-before-it-begins", "until");
    public static readonly Refusal BadDate = new("organisation.bad-date", "from");
    public static readonly Refusal EndsInThePast = new("organisation.ends-in-the-past", "until");
}
