using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Organisations.OrganisationRefusals;
using static Mekong.Advocacy.Domain.Tests.Organisations.Known;

namespace Mekong.Advocacy.Domain.Tests.Organisations;

public sealed class MandateTests
{
    private static readonly MandateGranted StandingGranted = new(Dara, Standing), BoardGranted = new(Dara, Board), WagesGranted = new(Dara, ForWages);

    private readonly Spec<Organisation, OrganisationEvent> organisation = new(Organisation.Fold);

    [Fact]
    public void A_focal_point_is_named_and_removed_once()
    {
        organisation.Given(AsMember).When(o => o.NameFocalPoint(Dara, Bopha)).Then(BophaNamed);
        organisation.Given(AsMember, BophaNamed).When(o => o.RemoveFocalPoint(Dara, Bopha, Tuesday)).Then(new FocalPointRemoved(Dara, Bopha));
        organisation.Given(AsMember, BophaNamed, new FocalPointRemoved(Dara, Bopha)).When(o => o.NameFocalPoint(Dara, Bopha)).Then(BophaNamed);
    }

    [Fact]
    public void Nobody_is_named_for_who_is_not_there_any_more()
    {
        organisation.Given().When(o => o.NameFocalPoint(Dara, Bopha)).ThenRefused(NoSuchOrganisation);
        organisation.Given(AsMember, Became(OrganisationStanding.Left)).When(o => o.NameFocalPoint(Dara, Bopha)).ThenRefused(IsNotActive);
        organisation.Given(AsOutsider, new OrganisationRefused(Dara, "No")).When(o => o.NameFocalPoint(Dara, Bopha)).ThenRefused(IsNotActive);
        organisation.Given().When(o => o.RemoveFocalPoint(Dara, Bopha, Tuesday)).ThenRefused(NoSuchOrganisation);
        organisation.Given(AsMember).When(o => o.RemoveFocalPoint(Dara, Bopha, Tuesday)).ThenRefused(NoSuchFocalPoint);
    }

    [Fact]
    public void Who_leaves_takes_their_open_mandates_along_and_nobody_elses()
    {
        var his = Standing with { Id = new("3a000000-0000-0000-0000-000000000009"), OfficerId = Rith };
        var next = Standing with { Id = new("3a000000-0000-0000-0000-000000000008"), From = Thursday };
        organisation.Given(AsMember, BophaNamed, RithNamed, StandingGranted, BoardGranted, new MandateGranted(Dara, his), new MandateGranted(Dara, next), new MandateEnded(Dara, Board.Id, Tuesday))
            .When(o => o.RemoveFocalPoint(Dara, Bopha, Wednesday))
            .Then(new MandateEnded(Dara, Standing.Id, Wednesday), new MandateEnded(Dara, next.Id, Thursday), new FocalPointRemoved(Dara, Bopha));
    }

    public static TheoryData<Mandate> Good => [Standing, Board, ForWages, Standing with { From = Thursday }, Board with { From = Wednesday }];

    [Theory]
    [MemberData(nameof(Good))]
    public void A_mandate_is_granted_to_a_focal_point(Mandate mandate) =>
        organisation.Given(AsMember, BophaNamed).When(o => o.Grant(Dara, mandate, Wednesday)).Then(new MandateGranted(Dara, mandate));

    [Fact]
    public void A_mandate_must_say_what_its_kind_asks_for()
    {
        void Refused(Mandate mandate, Domain.Kernel.Refusal refusal) => organisation.Given(AsMember, BophaNamed).When(o => o.Grant(Dara, mandate, Wednesday)).ThenRefused(refusal);
        Refused(ForWages with { StatementId = null }, NeedsStatement);
        Refused(Standing with { StatementId = Wages }, NotForOneStatement);
        Refused(Board with { EvidenceId = null }, NeedsEvidence);
        Refused(Board with { From = Wednesday.AddTicks(1) }, BoardInTheFuture);
        Refused(Standing with { Until = Monday }, EndsBeforeItBegins);
        Refused(Standing with { OfficerId = Rith }, NoSuchFocalPoint);
    }

    [Fact]
    public void A_mandate_is_granted_once_and_never_changed()
    {
        organisation.Given(AsMember, BophaNamed, StandingGranted, new MandateEnded(Dara, Standing.Id, Tuesday)).When(o => o.Grant(Dara, Standing, Wednesday)).ThenNothing();
        organisation.Given(AsMember, BophaNamed, StandingGranted).When(o => o.Grant(Dara, Standing with { From = Tuesday }, Wednesday)).ThenRefused(MandateIsFixed);
        organisation.Given(AsMember, BophaNamed, new FocalPointRemoved(Dara, Bopha)).When(o => o.Grant(Dara, Standing, Wednesday)).ThenRefused(NoSuchFocalPoint);
        organisation.Given(AsMember, BophaNamed, Became(OrganisationStanding.Left)).When(o => o.Grant(Dara, Standing, Wednesday)).ThenRefused(IsNotActive);
        organisation.Given().When(o => o.Grant(Dara, Standing, Wednesday)).ThenRefused(NoSuchOrganisation);
    }

    [Fact]
    public void An_end_may_come_sooner_and_never_before_now()
    {
        organisation.Given(AsMember, BophaNamed, BoardGranted).When(o => o.EndMandate(Dara, Board.Id, Wednesday, Wednesday)).Then(new MandateEnded(Dara, Board.Id, Wednesday));
        organisation.Given(AsMember, BophaNamed, BoardGranted).When(o => o.EndMandate(Dara, Board.Id, Thursday, Wednesday)).ThenNothing();
        organisation.Given(AsMember, BophaNamed, BoardGranted).When(o => o.EndMandate(Dara, Board.Id, Tuesday, Wednesday)).ThenRefused(EndsInThePast);
        organisation.Given(AsMember, BophaNamed).When(o => o.EndMandate(Dara, Board.Id, Wednesday, Wednesday)).ThenRefused(NoSuchMandate);
        organisation.Given().When(o => o.EndMandate(Dara, Board.Id, Wednesday, Wednesday)).ThenRefused(NoSuchOrganisation);
    }

    [Fact]
    public void The_most_particular_mandate_that_held_at_the_moment_answers()
    {
        var state = Organisation.Fold.Over([AsMember, BophaNamed, StandingGranted, BoardGranted, WagesGranted, new MandateEnded(Dara, ForWages.Id, Wednesday)]);
        Assert.Null(state.MandateOf(Bopha, Wages, Monday.AddTicks(-1)));
        Assert.Equal(ForWages with { Until = Wednesday }, state.MandateOf(Bopha, Wages, Monday));
        Assert.Equal(Standing, state.MandateOf(Bopha, Housing, Monday));
        Assert.Equal(Standing, state.MandateOf(Bopha, null, Monday));
        Assert.Equal(Board, state.MandateOf(Bopha, Housing, Tuesday));
        Assert.Equal(Board, state.MandateOf(Bopha, Wages, Wednesday));
        Assert.Equal(Standing, state.MandateOf(Bopha, Wages, Thursday));
        Assert.Null(state.MandateOf(Rith, Wages, Wednesday));
    }

    [Fact]
    public void What_held_before_a_change_holds_for_that_moment_for_ever()
    {
        OrganisationEvent[] past = [AsMember, BophaNamed, StandingGranted];
        OrganisationEvent[] later = [.. past, new MandateEnded(Dara, Standing.Id, Wednesday), new FocalPointRemoved(Dara, Bopha), Became(OrganisationStanding.Left)];
        var (before, after) = (Organisation.Fold.Over(past), Organisation.Fold.Over(later));
        Assert.Equal(before.MandateOf(Bopha, Wages, Tuesday)!.Id, after.MandateOf(Bopha, Wages, Tuesday)!.Id);
        Assert.Null(after.MandateOf(Bopha, Wages, Wednesday));
    }
}
