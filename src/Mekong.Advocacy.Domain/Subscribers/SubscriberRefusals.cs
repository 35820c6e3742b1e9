using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Subscribers;

/// <summary>Why a line of a list, or a wish about a contact point, is refused.</summary>
public static class SubscriberRefusals
{
    public static readonly Refusal NoSuchContactPoint = new("subscriber.no-such-contact-point");
    public static readonly Refusal NeedsContactPoint = new("subscriber.needs-contact-point", "email");
    public static readonly Refusal BadEmail = new("subscriber.bad-email", "email");
    public static readonly Refusal BadPhone = new("subscriber.bad-phone", "phone");
    public static readonly Refusal NotAMobile = new("subscriber.not-a-mobile", "phone");
    public static readonly Refusal UnknownLanguage = new("subscriber.unknown-language", "language");
    public static readonly Refusal UnknownCountry = new("subscriber.unknown-country", "country");
    public static readonly Refusal NeedsConsentSource = new("subscriber.needs-consent-source", "consent_source");
    public static readonly Refusal BadConsentDate = new("subscriber.bad-consent-date", "consent_date");
    public static readonly Refusal ConsentInTheFuture = new("subscriber.consent-in-the-future", "consent_date");
    public static readonly Refusal TwoPeople = new("subscriber.two-people", "phone");
    public static readonly Refusal MissingColumn = new("subscriber.missing-column");
    public static readonly Refusal NotReadable = new("subscriber.file-not-readable");
}
