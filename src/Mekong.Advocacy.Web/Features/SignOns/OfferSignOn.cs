using System.Net;
using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>
/// Somebody asks by the public form to sign for an organisation outside the network. Nothing counts yet. Whether the organisation is known here or has
/// signed already is not told: anybody could ask in anybody's name.
/// </summary>
[Allow(Public = true)]
public sealed record OfferSignOn(Guid StatementId, string TextLanguage, string TextHash, Display Display, OrganisationOffer Typed, IPAddress? From) : ICommand
{
    internal sealed class Handler(Decider decider, Outsiders outsiders, Signing signing, Offers offers, OfferMails mails, Crowds crowds, TimeProvider clock) : IRequestHandler<OfferSignOn, Answer>
    {
        public async Task<Answer> Handle(OfferSignOn command, CancellationToken cancellationToken)
        {
            var (id, text) = (command.StatementId, command.TextLanguage);
            var (statement, _) = await decider.Load(Statement.Fold, id, cancellationToken);
            if (statement.WhyNotSign(new SignedText(statement.Version, text, command.TextHash), clock.GetUtcNow()) is { } closed) return closed;
            if (!statement.Content!.Who.Outside) return SignOnRefusals.OutsideNotInvited;
            var (person, faults) = command.Typed.Read();
            if (person is null) return new Answer(faults);
            var arrival = crowds.Of(command.From, EndorserKind.Organisation, person.Email);
            var (organisation, founded, isLike) = await outsiders.Place(command.Typed.ToProfile(), cancellationToken);
            var isMember = organisation.Kind == OrganisationKind.Member;
            string[] review = [.. arrival.Doubts, .. Because("like", isLike), .. Because("member", isMember)];
            var signOnId = SignOnId.Of(id, organisation.Id);
            var offer = await offers.Keep(
                signOnId, id, organisation.Id, new SignedText(statement.Version, text, command.TextHash), command.Display, Websites.Shared(person.Website, person.Email), founded, review, person, arrival.Range, cancellationToken);
            if (!isMember && await Record(command, organisation.Id, offer, cancellationToken) is { } refusal) return refusal;
            if (offer.Domain is not null && !offer.IsMass) await mails.Send(offer, cancellationToken);
            return Answer.Done;
        }

        /// <summary>Null also where it has signed already, or where that is settled otherwise.</summary>
        private async Task<Refusal?> Record(OfferSignOn command, Guid organisationId, Offer offer, CancellationToken ct)
        {
            var wish = new SigningWish(command.StatementId, organisationId, offer.OfficerId!.Value, command.TextLanguage, command.TextHash, SignOnChannel.PublicForm, command.Display);
            var (signature, refusal) = await signing.Prepare(wish, needsMandate: false, ct);
            if (signature is null) return refusal;
            await decider.Decide(SignOn.Fold, offer.SignOnId, signOn => signOn.Offer(signature), ct);
            return null;
        }

        private static IEnumerable<string> Because(string reason, bool holds) => holds ? [reason] : [];
    }
}
