using Mekong.Advocacy.Domain.Invitations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;

namespace Mekong.Advocacy.Domain.Tests.Invitations;

public sealed class DecliningTests
{
    private static readonly StatementDeclined No = new(
        Guid.Parse("0197a0c0-0000-7000-8000-000000000001"), Guid.Parse("0197a0c0-0000-7000-8000-000000000002"), Guid.Parse("0197a0c0-0000-7000-8000-000000000003"),
        1, new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void An_organisation_that_has_not_signed_may_decline_once()
    {
        var decision = Declining.Fold.Initial.Decline(No, closed: null, SignOnStage.None);
        Assert.Equal([No], decision.Events);
        var declined = Declining.Fold.Over(decision.Events);
        Assert.Empty(declined.Decline(No, closed: null, SignOnStage.None).Events);
        Assert.Null(declined.Decline(No, closed: null, SignOnStage.None).Refusal);
    }

    [Fact]
    public void A_changed_text_may_be_declined_again() =>
        Assert.Equal([No with { Version = 2 }], Declining.Fold.Over([No]).Decline(No with { Version = 2 }, closed: null, SignOnStage.Withdrawn).Events);

    [Theory]
    [InlineData(SignOnStage.Live)]
    [InlineData(SignOnStage.Held)]
    public void Whoever_has_signed_withdraws_instead(SignOnStage stage) =>
        Assert.Equal(InvitationRefusals.HasSigned, Declining.Fold.Initial.Decline(No, closed: null, stage).Refusal);

    [Fact]
    public void What_cannot_be_signed_cannot_be_declined() =>
        Assert.Equal(StatementRefusals.DeadlineHasPassed, Declining.Fold.Initial.Decline(No, StatementRefusals.DeadlineHasPassed, SignOnStage.None).Refusal);
}
