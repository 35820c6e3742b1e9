using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Organisations.OrganisationRefusals;
using static Mekong.Advocacy.Domain.Tests.Organisations.Known;

namespace Mekong.Advocacy.Domain.Tests.Organisations;

public sealed class VerificationTests
{
    private static readonly OrganisationVerified ByMail = new(Dara, VerificationMeans.DomainMail, "homeward.example");
    private static readonly OrganisationVerified ByVouching = new(Dara, VerificationMeans.Vouching, null);
    private static readonly OrganisationVouchedFor First = new(Dara, Homeward, Bopha), Second = new(Dara, Champa, Bopha);
    private static readonly OrganisationRefused Refused = new(Dara, "Nobody answers there");

    private readonly Spec<Organisation, OrganisationEvent> organisation = new(Organisation.Fold);

    [Fact]
    public void The_first_member_that_vouches_is_noted_and_the_second_verifies()
    {
        organisation.Given(AsOutsider).When(o => o.VouchedForBy(Homeward, Member, Bopha, Dara, Tuesday)).Then(First);
        organisation.Given(AsOutsider, First).When(o => o.VouchedForBy(Champa, Member, Bopha, Dara, Tuesday)).Then(Second, ByVouching);
    }

    [Fact]
    public void One_member_that_vouches_twice_is_one_member() =>
        organisation.Given(AsOutsider, First).When(o => o.VouchedForBy(Homeward, Member, Rith, Dara, Tuesday)).ThenNothing();

    [Fact]
    public void Only_a_member_through_somebody_with_a_mandate_now_vouches()
    {
        var suspended = Organisation.Fold.Over([AsMember, BophaNamed, new MandateGranted(Dara, Standing), Became(OrganisationStanding.Suspended, "Fees")]);
        organisation.Given(AsOutsider).When(o => o.VouchedForBy(Homeward, suspended, Bopha, Dara, Tuesday)).ThenRefused(VoucherIsNoMember);
        organisation.Given(AsOutsider).When(o => o.VouchedForBy(Homeward, Organisation.Fold.Initial, Bopha, Dara, Tuesday)).ThenRefused(VoucherIsNoMember);
        organisation.Given(AsOutsider).When(o => o.VouchedForBy(Homeward, Member, Rith, Dara, Tuesday)).ThenRefused(NoMandate);
        organisation.Given(AsOutsider).When(o => o.VouchedForBy(Homeward, Member, Bopha, Dara, Monday.AddTicks(-1))).ThenRefused(NoMandate);
    }

    [Fact]
    public void Nobody_needs_to_vouch_for_members_or_for_what_is_decided()
    {
        organisation.Given().When(o => o.VouchedForBy(Homeward, Member, Bopha, Dara, Tuesday)).ThenRefused(NoSuchOrganisation);
        organisation.Given(AsMember).When(o => o.VouchedForBy(Champa, Member, Bopha, Dara, Tuesday)).ThenRefused(IsMember);
        organisation.Given(AsOutsider, ByMail).When(o => o.VouchedForBy(Homeward, Member, Bopha, Dara, Tuesday)).ThenRefused(AlreadyVerified);
        organisation.Given(AsOutsider, Refused).When(o => o.VouchedForBy(Homeward, Member, Bopha, Dara, Tuesday)).ThenRefused(WasRefused);
    }

    [Theory]
    [InlineData(VerificationMeans.DomainMail, " homeward.example ", "homeward.example")]
    [InlineData(VerificationMeans.CallBack, "The number on the ministry's list", "The number on the ministry's list")]
    public void What_was_checked_is_kept(VerificationMeans means, string typed, string source) =>
        organisation.Given(AsOutsider).When(o => o.Verify(Dara, means, typed)).Then(new OrganisationVerified(Dara, means, source));

    [Fact]
    public void Nothing_is_verified_without_a_source_or_twice()
    {
        organisation.Given().When(o => o.Verify(Dara, VerificationMeans.CallBack, "List")).ThenRefused(NoSuchOrganisation);
        organisation.Given(AsMember).When(o => o.Verify(Dara, VerificationMeans.CallBack, "List")).ThenRefused(IsMember);
        organisation.Given(AsOutsider).When(o => o.Verify(Dara, VerificationMeans.CallBack, " ")).ThenRefused(NeedsSource);
        organisation.Given(AsOutsider).When(o => o.Verify(Dara, VerificationMeans.Vouching, "Two friends")).ThenRefused(NeedsTwoMembers);
        organisation.Given(AsOutsider, ByMail).When(o => o.Verify(Dara, VerificationMeans.CallBack, "List")).ThenNothing();
        organisation.Given(AsOutsider, Refused).When(o => o.Verify(Dara, VerificationMeans.CallBack, "List")).ThenRefused(WasRefused);
    }

    [Fact]
    public void A_refusal_has_a_reason_is_final_and_may_take_trust_back()
    {
        organisation.Given(AsOutsider).When(o => o.Refuse(Dara, " Nobody answers there ")).Then(Refused);
        organisation.Given(AsOutsider, ByMail).When(o => o.Refuse(Dara, "Nobody answers there")).Then(Refused);
        organisation.Given(AsOutsider, Refused).When(o => o.Refuse(Dara, "Again")).ThenNothing();
        organisation.Given(AsOutsider).When(o => o.Refuse(Dara, " ")).ThenRefused(NeedsReason);
        organisation.Given(AsMember).When(o => o.Refuse(Dara, "No")).ThenRefused(IsMember);
        organisation.Given().When(o => o.Refuse(Dara, "No")).ThenRefused(NoSuchOrganisation);
    }
}
