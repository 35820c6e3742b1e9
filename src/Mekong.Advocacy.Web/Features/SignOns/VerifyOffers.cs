using System.Text.Json;
using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>The office has called, or two members have vouched: what an organisation offered counts from now on, where it can still be signed.</summary>
public sealed record VerifyOffers(Guid OrganisationId) : ICommand
{
    private sealed record Waiting(Guid Id, Guid StatementId);

    internal sealed class Handler(Decider decider, Offers offers, Outsiders outsiders, ITables tables, TimeProvider clock) : IRequestHandler<VerifyOffers, Answer>
    {
        public async Task<Answer> Handle(VerifyOffers command, CancellationToken cancellationToken)
        {
            var waiting = await tables.Query<Waiting>(
                "select id, statement_id from advocacy.sign_ons where endorser_id = @OrganisationId and stage = 'Pending' order by id", command, cancellationToken);
            foreach (var (id, statementId) in waiting)
            {
                var (statement, _) = await decider.Load(Statement.Fold, statementId, cancellationToken);
                var (signOn, _) = await decider.Load(SignOn.Fold, id, cancellationToken);
                if (signOn.Last is not { } offered || statement.WhyNotSign(offered.Text, clock.GetUtcNow()) is not null) continue;
                if ((await offers.Of(id, cancellationToken)).FirstOrDefault(offer => offer.OfficerId == offered.OfficerId) is { } offer)
                    await outsiders.Name(command.OrganisationId, offered.OfficerId!.Value, offers.Open(offer), cancellationToken);
                await decider.Decide(SignOn.Fold, id, latest => latest.Verify(clock.GetUtcNow()), cancellationToken);
            }
            return Answer.Done;
        }
    }
}

/// <summary>A link verifies what it was sent for; a call or two vouchers verify all that an organisation has offered.</summary>
internal sealed class OfferReactions : IReaction
{
    public IEnumerable<Job> React(Recorded happened)
    {
        if (happened.Event is not OrganisationVerified { Means: not VerificationMeans.DomainMail }) yield break;
        var id = OrganisationRows.IdOf(happened);
        yield return new Job($"verify-offers/{id}", CommandNames.VerifyOffers, JsonSerializer.Serialize(new VerifyOffers(id)), happened.At);
    }
}
