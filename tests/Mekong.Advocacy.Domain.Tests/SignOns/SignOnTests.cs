using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.SignOns.SignOnRefusals;

namespace Mekong.Advocacy.Domain.Tests.SignOns;

/// <summary>The organisation acts, an officer's hand is on record, and nobody overwrites anybody.</summary>
public sealed class SignOnTests
{
    private static readonly Guid Statement = new("57a7e000-0000-0000-0000-000000000001"), Organisation = new("06000000-0000-0000-0000-000000000002"),
        Dara = new("da4a0000-0000-0000-0000-000000000003"), Mony = new("30000000-0000-0000-0000-000000000004"), Sokha = new("50c4a000-0000-0000-0000-000000000005");

    private static readonly DateTimeOffset Noon = new(2026, 12, 2, 5, 0, 0, TimeSpan.Zero);

    private static readonly Signature First = new(
        Statement, Organisation, EndorserKind.Organisation, new SignedText(1, "km", new string('a', 64)), [new OrganisationName("km", "ក្រុមពលករទន្លេ")], "KH", Dara, "Director",
        new SignedMandate(Mony, "standing"), SignOnChannel.MemberPage, null, Display.Shown, new string('0', 32), new string('e', 64), Noon);

    private static readonly Signature Second = First with { Text = new SignedText(2, "km", new string('b', 64)), At = Noon.AddDays(3) };

    private readonly Spec<SignOn, SignOnEvent> signOn = new(SignOn.Fold);

    [Fact]
    public void An_organisation_signs() => signOn.Given().When(s => s.Sign(First)).Then(new SignedOn(First));

    [Fact]
    public void A_second_attempt_by_another_officer_is_told_that_they_have_signed() =>
        signOn.Given(new SignedOn(First)).When(s => s.Sign(First with { OfficerId = Mony })).ThenRefused(AlreadySigned);

    [Fact]
    public void A_later_version_is_signed_anew_with_no_more_exposure_than_before()
    {
        signOn.Given(new SignedOn(First)).When(s => s.Sign(Second)).Then(new SignedOn(Second));
        Assert.Equal(Display.Sealed, SignOn.Fold.Over([new SignedOn(First), new SignOnDisplayChanged(Display.Sealed, Dara), new SignedOn(Second)]).Last!.Display);
    }

    [Fact]
    public void An_offer_counts_from_the_moment_at_which_it_is_verified()
    {
        signOn.Given().When(s => s.Offer(First)).Then(new SignOnOffered(First));
        signOn.Given(new SignOnOffered(First)).When(s => s.Verify(Noon.AddDays(1))).Then(new SignedOn(First with { At = Noon.AddDays(1) }));
        signOn.Given(new SignOnOffered(First)).When(s => s.RefuseOffer(Sokha, "Nobody there knows of it.")).Then(new SignOnOfferRefused(Sokha, "Nobody there knows of it."));
        signOn.Given(new SignOnOffered(First), new SignOnOfferRefused(Sokha, "No.")).When(s => s.Verify(Noon)).ThenRefused(NotPending);
    }

    [Fact]
    public void Another_officers_objection_holds_it()
    {
        signOn.Given(new SignedOn(First)).When(s => s.Hold(Mony, "The board has not met.", Noon)).Then(new SignOnHeld(Mony, "The board has not met.", Noon));
        signOn.Given(new SignedOn(First)).When(s => s.Hold(Dara, "I changed my mind.", Noon)).ThenRefused(OwnSignOn);
        signOn.Given(new SignedOn(First), new SignOnHeld(Mony, "The board.", Noon)).When(s => s.LiftHold(Sokha, "It has met now.")).Then(new SignOnHoldLifted(Sokha, "It has met now."));
        signOn.Given(new SignedOn(First), new SignOnHeld(Mony, "The board.", Noon)).When(s => s.Sign(Second)).ThenRefused(IsHeld);
    }

    [Fact]
    public void A_name_is_taken_back_with_a_reason()
    {
        signOn.Given(new SignedOn(First)).When(s => s.Withdraw(Dara, " ", false, Noon)).ThenRefused(NeedsReason);
        signOn.Given(new SignedOn(First)).When(s => s.Withdraw(Dara, "We disagree now.", true, Noon)).Then(new SignOnWithdrawn(First.Mark, Dara, "We disagree now.", true, Noon));
        signOn.Given().When(s => s.Withdraw(Dara, "x", false, Noon)).ThenRefused(NoSuchSignOn);
        signOn.Given(new SignedOn(First), new SignOnWithdrawn(First.Mark, Dara, "Too soon.", false, Noon)).When(s => s.Sign(First)).Then(new SignedOn(First));
    }

    [Fact]
    public void A_false_one_is_invalidated_and_does_not_come_back_by_itself()
    {
        var invalidated = new SignOnInvalidated(First.Mark, Sokha, Mony, "A copied letterhead.", Noon);
        signOn.Given(new SignedOn(First)).When(s => s.Invalidate(Sokha, Mony, "A copied letterhead.", Noon)).Then(invalidated);
        signOn.Given(new SignedOn(First), invalidated).When(s => s.Sign(First)).ThenRefused(WasInvalidated);
        signOn.Given(new SignedOn(First), invalidated).When(s => s.Readmit(Sokha, "It was theirs.")).Then(new SignOnReadmitted(Sokha, "It was theirs."));
        Assert.Null(SignOn.Fold.Over([new SignedOn(First), invalidated, new SignOnReadmitted(Sokha, "It was theirs.")]).Sign(Second).Refusal);
    }

    [Fact]
    public void Silence_lets_an_old_version_lapse()
    {
        signOn.Given(new SignedOn(First)).When(s => s.Lapse(2, Noon)).Then(new SignOnLapsed(First.Mark, Noon));
        signOn.Given(new SignedOn(First), new SignedOn(Second)).When(s => s.Lapse(2, Noon)).ThenNothing();
    }

    [Fact]
    public void Only_the_organisation_asks_for_more_exposure()
    {
        signOn.Given(new SignedOn(First)).When(s => s.Show(Display.Sealed, null)).Then(new SignOnDisplayChanged(Display.Sealed, null));
        signOn.Given(new SignedOn(First with { Display = Display.Sealed })).When(s => s.Show(Display.Shown, null)).ThenRefused(MoreExposureNeedsOrganisation);
        signOn.Given(new SignedOn(First with { Display = Display.Sealed })).When(s => s.Show(Display.Shown, Dara)).Then(new SignOnDisplayChanged(Display.Shown, Dara));
    }

    [Fact]
    public void Each_endorser_of_a_statement_has_one_stream()
    {
        Assert.Equal(SignOnId.Of(Statement, Organisation), SignOnId.Of(Statement, Organisation));
        Assert.NotEqual(SignOnId.Of(Statement, Organisation), SignOnId.Of(Organisation, Statement));
        Assert.Equal(8, SignOnId.Of(Statement, Organisation).Version);
    }
}
