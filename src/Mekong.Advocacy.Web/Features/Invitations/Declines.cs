using Mekong.Advocacy.Domain.Invitations;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>The one way to a no: like a signature it needs the statement, the clock and the mandate of this moment.</summary>
public sealed class Declines(Decider decider, TimeProvider clock)
{
    public async Task<Answer> Decline(Guid statementId, Guid organisationId, Guid officerId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (statement, _) = await decider.Load(Statement.Fold, statementId, ct);
        var (organisation, _) = await decider.Load(Organisation.Fold, organisationId, ct);
        if (organisation.MandateOf(officerId, statementId, now) is null) return SignOnRefusals.NoMandate;
        var id = SignOnId.Of(statementId, organisationId);
        var (signOn, _) = await decider.Load(SignOn.Fold, id, ct);
        var text = statement.For(Language.English);
        var closed = statement.WhyNotSign(new SignedText(statement.Version, text?.Text.Language ?? "", text?.Hash ?? ""), now);
        return await decider.Decide(Declining.Fold, id, declining => declining.Decline(
            new StatementDeclined(statementId, organisationId, officerId, statement.Version, now), closed, signOn.Stage), ct);
    }
}
