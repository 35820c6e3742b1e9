using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Subscribers;

public sealed class SubscriberTests
{
    private static readonly Guid Mail = new("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid Phone = new("00000000-0000-0000-0000-00000000000b");
    private static readonly DateOnly Day = new(2026, 5, 1);
    private static readonly Profile Profile = new("km", "KH", "Rivers Coalition", ["dams", "fish"]);
    private static readonly Permission ByMail = new(Mail, "email", null, Day);
    private static readonly Permission ByPhone = new(Phone, "sms", "KH", Day);
    private static readonly ConsentGiven MailGiven = new(Mail, "email", null, Day);
    private static readonly ConsentGiven PhoneGiven = new(Phone, "sms", "KH", Day);
    private static readonly SubscriberRegistered Registered = new(Profile);

    private readonly Spec<Subscriber, SubscriberEvent> subscriber = new(Subscriber.Fold);

    [Fact]
    public void A_person_enters_with_all_they_agreed_to() =>
        subscriber.Given().When(s => s.Enter(Profile, [ByMail, ByPhone])).Then(Registered, MailGiven, PhoneGiven);

    [Fact]
    public void Entering_again_changes_nothing() =>
        subscriber.Given(Registered, MailGiven, PhoneGiven)
            .When(s => s.Enter(Profile with { Topics = ["dams", "fish"] }, [ByMail with { On = Day.AddDays(9) }, ByPhone])).ThenNothing();

    [Fact]
    public void A_new_contact_point_is_added() =>
        subscriber.Given(Registered, MailGiven).When(s => s.Enter(Profile, [ByMail, ByPhone])).Then(PhoneGiven);

    [Fact]
    public void A_contact_point_that_a_list_names_twice_is_entered_once() =>
        subscriber.Given().When(s => s.Enter(Profile, [ByMail, ByMail with { On = Day.AddDays(1) }])).Then(Registered, MailGiven);

    public static TheoryData<Profile> Changed =>
        [Profile with { Language = "en" }, Profile with { Country = "LA" }, Profile with { Organisation = null }, Profile with { Topics = ["dams"] }, Profile with { Role = "organiser" }];

    [Theory]
    [MemberData(nameof(Changed))]
    public void A_changed_profile_is_described(Profile changed) =>
        subscriber.Given(Registered, MailGiven).When(s => s.Enter(changed, [ByMail])).Then(new SubscriberDescribed(changed));

    [Fact]
    public void A_list_never_brings_back_who_said_no() =>
        subscriber.Given(Registered, MailGiven, new ConsentWithdrawn(Mail, "one-click")).When(s => s.Enter(Profile, [ByMail])).ThenNothing();

    [Fact]
    public void Consent_is_withdrawn_once() =>
        subscriber.Given(Registered, MailGiven).When(s => s.Withdraw(Mail, "one-click")).Then(new ConsentWithdrawn(Mail, "one-click"));

    [Fact]
    public void Withdrawing_by_another_way_adds_nothing() =>
        subscriber.Given(Registered, MailGiven, new ConsentWithdrawn(Mail, "one-click")).When(s => s.Withdraw(Mail, "page")).ThenNothing();

    [Fact]
    public void A_dead_address_is_suppressed_once() =>
        subscriber.Given(Registered, MailGiven).When(s => s.Suppress(Mail, "5.1.1")).Then(new ContactPointSuppressed(Mail, "5.1.1"));

    [Fact]
    public void A_second_bounce_adds_nothing() =>
        subscriber.Given(Registered, MailGiven, new ContactPointSuppressed(Mail, "5.1.1")).When(s => s.Suppress(Mail, "5.1.2")).ThenNothing();

    [Fact]
    public void Who_works_no_longer_may_still_say_no() =>
        subscriber.Given(Registered, MailGiven, new ContactPointSuppressed(Mail, "5.1.1")).When(s => s.Withdraw(Mail, "page")).Then(new ConsentWithdrawn(Mail, "page"));

    [Fact]
    public void An_unknown_contact_point_is_refused()
    {
        var refusal = new Refusal("subscriber.no-such-contact-point");
        subscriber.Given(Registered, MailGiven).When(s => s.Withdraw(Phone, "page")).ThenRefused(refusal);
        subscriber.Given(Registered, MailGiven).When(s => s.Suppress(Phone, "21614")).ThenRefused(refusal);
        subscriber.Given().When(s => s.Withdraw(Mail, "page")).ThenRefused(refusal);
    }
}
