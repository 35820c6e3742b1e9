using System.Net;
using System.Security.Cryptography;
using MediatR;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>A person asks to sign for themselves. They are counted apart, once they have shown that the address is theirs, and never named.</summary>
[Allow(Public = true)]
public sealed record SignAsIndividual(Guid StatementId, string TextLanguage, string TextHash, IndividualOffer Typed, IPAddress? From) : ICommand
{
    internal sealed class Handler(Decider decider, Offers offers, OfferMails mails, Crowds crowds, TimeProvider clock) : IRequestHandler<SignAsIndividual, Answer>
    {
        public async Task<Answer> Handle(SignAsIndividual command, CancellationToken cancellationToken)
        {
            var (id, now) = (command.StatementId, clock.GetUtcNow());
            var (statement, _) = await decider.Load(Statement.Fold, id, cancellationToken);
            var text = new SignedText(statement.Version, command.TextLanguage, command.TextHash);
            if (statement.WhyNotSign(text, now) is { } closed) return closed;
            if (!statement.Content!.Who.Individuals) return SignOnRefusals.IndividualsNotInvited;
            var (person, faults) = command.Typed.Read();
            if (person is null) return new Answer(faults);
            var arrival = crowds.Of(command.From, EndorserKind.Individual, person.Email);
            var endorser = offers.IndividualOf(id, person.Email);
            var signOnId = SignOnId.Of(id, endorser);
            var (signOn, _) = await decider.Load(SignOn.Fold, signOnId, cancellationToken);
            var salt = signOn.Last is { } earlier ? Convert.FromHexString(earlier.Salt) : RandomNumberGenerator.GetBytes(EndorserCommitment.SaltLength);
            var signature = new Signature(
                id, endorser, EndorserKind.Individual, text, [], person.Country, OfficerId: null, Capacity: null, Mandate: null, SignOnChannel.PublicForm, EvidenceId: null, Display.Sealed,
                Convert.ToHexStringLower(salt), EndorserCommitment.Of(salt, endorser, [], person.Country), now);
            var offer = await offers.Keep(signOnId, id, organisationId: null, text, Display.Sealed, domain: null, founded: false, [.. arrival.Doubts], person, arrival.Range, cancellationToken);
            var answer = await decider.Decide(SignOn.Fold, signOnId, latest => latest.Offer(signature), cancellationToken);
            if (!answer.Refused && !offer.IsMass) await mails.Send(offer, cancellationToken);
            return Answer.Done; // whether this address has signed is told to nobody
        }
    }
}
