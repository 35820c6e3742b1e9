using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.SignOns;

/// <summary>Why a sign-on's command is refused; each code is a sentence in the seven languages.</summary>
public static class SignOnRefusals
{
    public static readonly Refusal NoSuchSignOn = new("sign-on.no-such-sign-on");
    public static readonly Refusal AlreadySigned = new("sign-on.already-signed");
    public static readonly Refusal WasInvalidated = new("sign-on.was-invalidated");
    public static readonly Refusal IsHeld = new("sign-on.is-held");
    public static readonly Refusal NoMandate = new("sign-on.no-mandate");
    public static readonly Refusal NotAMember = new("sign-on.not-a-member");
    public static readonly Refusal OutsideNotInvited = new("sign-on.outside-not-invited");
    public static readonly Refusal IndividualsNotInvited = new("sign-on.individuals-not-invited");
    public static readonly Refusal NeedsReason = new("sign-on.needs-reason", "reason");
    public static readonly Refusal NeedsCapacity = new("sign-on.needs-capacity", "capacity");
    public static readonly Refusal NeedsScan = new("sign-on.needs-scan", "evidence");
    public static readonly Refusal OwnSignOn = new("sign-on.own-sign-on");
    public static readonly Refusal NotHeld = new("sign-on.not-held");
    public static readonly Refusal NotPending = new("sign-on.not-pending");
    public static readonly Refusal MoreExposureNeedsOrganisation = new("sign-on.more-exposure-needs-organisation", "display");
    public static readonly Refusal HoldsAreOpen = new("sign-on.holds-are-open");
}
