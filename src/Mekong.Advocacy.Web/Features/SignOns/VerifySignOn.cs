using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>Whoever got the link has pressed its button: it counts from now on, if the window is still open by the server's clock.</summary>
[Allow(Public = true)]
public sealed record VerifySignOn(string Token) : ICommand
{
    internal sealed class Handler(
        Decider decider, Links links, Offers offers, Outsiders outsiders, OrganisationReads organisations, Signing signing, TimeProvider clock) : IRequestHandler<VerifySignOn, Answer>
    {
        public async Task<Answer> Handle(VerifySignOn command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            if (links.Read(Offers.Purpose, command.Token) is not { } number || await offers.Find(number, cancellationToken) is not { } offer || now - offer.OfferedAt > Offers.LinkLives) return OfferRefusals.LinkSpent;
            var (statement, _) = await decider.Load(Statement.Fold, offer.StatementId, cancellationToken);
            if (statement.WhyNotSign(offer.Text, now) is { } closed) return closed;
            if (offer.IsDoubtful)
            {
                await offers.Confirmed(number, cancellationToken);
                return offer.OrganisationId is null ? OfferRefusals.NeedsLook : OfferRefusals.NeedsCall;
            }
            var answer = offer.OrganisationId is { } organisation
                ? await ForOrganisation(offer, organisation, now, cancellationToken)
                : await decider.Decide(SignOn.Fold, offer.SignOnId, signOn => signOn.Verify(now), cancellationToken);
            if (!answer.Refused || answer.Refusals[0] == OfferRefusals.NeedsCall) await offers.Confirmed(number, cancellationToken);
            return answer;
        }

        private async Task<Answer> ForOrganisation(Offer offer, Guid organisationId, DateTimeOffset now, CancellationToken ct)
        {
            if (!await Suffices(offer, organisationId, ct)) return OfferRefusals.NeedsCall;
            await decider.Decide(Organisation.Fold, organisationId,
                organisation => organisation.Standing == OrganisationStanding.Pending ? organisation.Verify(null, VerificationMeans.DomainMail, offer.Domain) : Decision<OrganisationEvent>.Nothing, ct);
            var (organisation, _) = await decider.Load(Organisation.Fold, organisationId, ct);
            if (organisation.Standing != OrganisationStanding.Verified) return OfferRefusals.NeedsCall;
            await outsiders.Name(organisationId, offer.OfficerId!.Value, offers.Open(offer), ct);
            var (signature, refusal) = await signing.Prepare(new SigningWish(
                offer.StatementId, organisationId, offer.OfficerId.Value, offer.TextLanguage, offer.TextHash, SignOnChannel.PublicForm, offer.Display), needsMandate: false, ct);
            return signature is null ? refusal : await decider.Decide(SignOn.Fold, offer.SignOnId, signOn => signOn.Sign(signature), ct);
        }

        /// <summary>An address proves its own domain only; that the domain is this organisation's must be known otherwise where we knew it before.</summary>
        private async Task<bool> Suffices(Offer offer, Guid organisationId, CancellationToken ct) => offer.Domain is { } domain
            && await organisations.One(organisationId, ct) is { Kind: OrganisationKind.Outside } row
            && (row.VerifiedSource == domain || await offers.Founded(organisationId, domain, ct));
    }
}
