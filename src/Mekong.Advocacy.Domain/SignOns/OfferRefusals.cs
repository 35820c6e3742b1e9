using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.SignOns;

/// <summary>Why the public form, or the link that it sends, is refused.</summary>
public static class OfferRefusals
{
    public static readonly Refusal NeedsName = new("offer.needs-one-name", "names");
    public static readonly Refusal BadWebsite = new("offer.bad-website", "website");
    public static readonly Refusal NeedsPerson = new("offer.needs-person", "officer");
    public static readonly Refusal NeedsEmail = new("offer.needs-email", "email");
    public static readonly Refusal NeedsPhone = new("offer.needs-phone", "phone");
    public static readonly Refusal BadCountry = new("offer.bad-country", "country");
    public static readonly Refusal TooLong = new("offer.too-long");
    public static readonly Refusal LinkSpent = new("offer.link-spent");
    public static readonly Refusal NeedsCall = new("offer.needs-call");
    public static readonly Refusal NeedsLook = new("offer.needs-look");
}
