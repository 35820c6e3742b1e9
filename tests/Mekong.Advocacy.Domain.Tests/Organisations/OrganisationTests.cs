using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Organisations.OrganisationRefusals;
using static Mekong.Advocacy.Domain.Tests.Organisations.Known;

namespace Mekong.Advocacy.Domain.Tests.Organisations;

public sealed class OrganisationTests
{
    private readonly Spec<Organisation, OrganisationEvent> organisation = new(Organisation.Fold);

    [Fact]
    public void A_member_is_registered_with_names_in_order_and_in_one_form() => organisation.Given()
        .When(o => o.Register(Dara, OrganisationStanding.Member, new(
            [new(" en ", " Homeward \n Cambodia\u200B"), new("lo", " "), new("km", "សមាគមវិលត្រឡប់មកផ្ទះ")], " HWC ", "kh"))).Then(AsMember);

    [Fact]
    public void An_observer_and_an_outside_organisation_are_registered_as_such()
    {
        organisation.Given().When(o => o.Register(null, OrganisationStanding.Observer, Profile)).Then(AsMember with { By = null, Standing = OrganisationStanding.Observer });
        organisation.Given().When(o => o.Register(Dara, OrganisationStanding.Pending, Profile with { Country = "JP" })).Then(AsOutsider);
    }

    [Fact]
    public void Registering_again_changes_nothing_and_another_one_does_not_take_its_place()
    {
        organisation.Given(AsMember).When(o => o.Register(Rith, OrganisationStanding.Member, Profile)).ThenNothing();
        organisation.Given(AsOutsider, new OrganisationVerified(Dara, VerificationMeans.DomainMail, "homeward.example"))
            .When(o => o.Register(Dara, OrganisationStanding.Pending, AsOutsider.Profile)).ThenNothing();
        organisation.Given(AsMember).When(o => o.Register(Dara, OrganisationStanding.Member, Profile with { Acronym = null })).ThenRefused(IdIsTaken);
        organisation.Given(AsMember).When(o => o.Register(Dara, OrganisationStanding.Pending, Profile)).ThenRefused(IdIsTaken);
    }

    [Theory]
    [InlineData(OrganisationStanding.Suspended)]
    [InlineData(OrganisationStanding.Left)]
    [InlineData(OrganisationStanding.Verified)]
    [InlineData(OrganisationStanding.Refused)]
    [InlineData(OrganisationStanding.Unregistered)]
    public void Nobody_begins_with_a_standing_that_must_be_come_by(OrganisationStanding standing) =>
        organisation.Given().When(o => o.Register(Dara, standing, Profile)).ThenRefused(UnknownStanding);

    public static TheoryData<OrganisationProfile, Refusal> Faulty => new()
    {
        { Profile with { Names = [] }, NeedsName },
        { Profile with { Names = [new("en", "\u200B ")] }, NeedsName },
        { Profile with { Names = [new("English", "Homeward")] }, UnknownLanguage.At("names.English", "English") },
        { Profile with { Names = [new("en", "...!")] }, NameWithoutLetters.At("names.en", "...!") },
        { Profile with { Names = [new("en", new string('h', 201))] }, NameTooLong.At("names.en", "200") },
        { Profile with { Names = [new("en", "Homeward"), new("en", "Heimwärts")] }, NamedTwice.At("names.en", "en") },
        { Profile with { Acronym = new string('H', 31) }, AcronymTooLong.At("acronym", "30") },
        { Profile with { Country = "JP" }, UnknownCountry.At("country", "JP") },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void What_is_no_name_or_country_of_a_member_is_refused_at_its_field(OrganisationProfile profile, Refusal fault)
    {
        organisation.Given().When(o => o.Register(Dara, OrganisationStanding.Member, profile)).ThenRefused(fault);
        organisation.Given(AsMember).When(o => o.Describe(Dara, profile)).ThenRefused(fault);
    }

    [Fact]
    public void An_outside_organisation_may_be_at_home_anywhere_that_is_a_country() => organisation.Given()
        .When(o => o.Register(Dara, OrganisationStanding.Pending, Profile with { Country = "Japan" })).ThenRefused(UnknownCountry.At("country", "JAPAN"));

    [Fact]
    public void A_name_in_another_script_of_a_language_is_a_name_of_its_own() => organisation.Given(AsMember)
        .When(o => o.Describe(Dara, Profile with { Names = [.. Profile.Names, new("km-Latn", "Vil Trolop")] }))
        .Then(new OrganisationDescribed(Dara, Profile with { Names = [.. Profile.Names, new("km-Latn", "Vil Trolop")] }));

    [Fact]
    public void An_organisation_is_described_anew_once()
    {
        var renamed = Profile with { Acronym = null, ParentId = Champa };
        organisation.Given(AsMember).When(o => o.Describe(Dara, renamed)).Then(new OrganisationDescribed(Dara, renamed));
        organisation.Given(AsMember).When(o => o.Describe(Dara, Profile)).ThenNothing();
        organisation.Given().When(o => o.Describe(Dara, Profile)).ThenRefused(NoSuchOrganisation);
    }

    [Fact]
    public void A_member_may_become_an_observer_be_suspended_leave_and_come_back()
    {
        organisation.Given(AsMember).When(o => o.ChangeStanding(Dara, OrganisationStanding.Observer, " ")).Then(Became(OrganisationStanding.Observer));
        organisation.Given(AsMember).When(o => o.ChangeStanding(Dara, OrganisationStanding.Suspended, " Fees of 2026 ")).Then(Became(OrganisationStanding.Suspended, "Fees of 2026"));
        organisation.Given(AsMember).When(o => o.ChangeStanding(Dara, OrganisationStanding.Left, "Closed")).Then(Became(OrganisationStanding.Left, "Closed"));
        organisation.Given(AsMember, Became(OrganisationStanding.Left)).When(o => o.ChangeStanding(Dara, OrganisationStanding.Member, null)).Then(Became(OrganisationStanding.Member));
    }

    [Fact]
    public void A_standing_changes_only_where_it_can()
    {
        organisation.Given().When(o => o.ChangeStanding(Dara, OrganisationStanding.Member, null)).ThenRefused(NoSuchOrganisation);
        organisation.Given(AsMember).When(o => o.ChangeStanding(Dara, OrganisationStanding.Member, null)).ThenNothing();
        organisation.Given(AsMember).When(o => o.ChangeStanding(Dara, OrganisationStanding.Verified, null)).ThenRefused(UnknownStanding);
        organisation.Given(AsMember).When(o => o.ChangeStanding(Dara, OrganisationStanding.Suspended, " ")).ThenRefused(NeedsReason);
        organisation.Given(AsOutsider).When(o => o.ChangeStanding(Dara, OrganisationStanding.Member, null)).ThenRefused(NotVerified);
    }

    [Fact]
    public void A_verified_organisation_of_our_countries_may_be_taken_in()
    {
        var verified = new OrganisationVerified(Dara, VerificationMeans.CallBack, "Their website");
        organisation.Given(AsOutsider with { Profile = Profile }, verified).When(o => o.ChangeStanding(Dara, OrganisationStanding.Member, null)).Then(Became(OrganisationStanding.Member));
        organisation.Given(AsOutsider, verified).When(o => o.ChangeStanding(Dara, OrganisationStanding.Member, null)).ThenRefused(UnknownCountry.At("country", "JP"));
        organisation.Given(AsOutsider, verified).When(o => o.ChangeStanding(Dara, OrganisationStanding.Left, null)).ThenRefused(UnknownStanding);
    }

    [Fact]
    public void Members_and_the_verified_may_endorse() => Assert.Equal(
        [OrganisationStanding.Member, OrganisationStanding.Verified], Enum.GetValues<OrganisationStanding>().Where(standing => standing.MayEndorse()));
}
