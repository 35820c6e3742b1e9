using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>
/// A member sees a commitment's status differently; their words stand beside it. Whoever speaks for the member says so themselves; a coordinator
/// enters what a member without an account says.
/// </summary>
[Allow(Role.Coordinator, Role.Member)]
public sealed record AttachDissent(Guid CommitmentId, Guid DissentId, Guid OrganisationId, string Language, string Text) : ICommand
{
    internal sealed class Handler(Decider decider, KnownThings known, MemberVoices voices, CurrentActor current) : IRequestHandler<AttachDissent, Answer>
    {
        public async Task<Answer> Handle(AttachDissent command, CancellationToken cancellationToken)
        {
            var dissent = new DissentAttached(command.DissentId, command.OrganisationId, command.Language, command.Text);
            if (!current.Actor.May([Role.Coordinator]))
                return (await voices.Of(current.AccountId, cancellationToken)).All(member => member.Id != command.OrganisationId) ? DialogueRefusals.NotYourMember
                    : await decider.Decide(Commitment.Fold, command.CommitmentId, commitment => commitment.DissentOfMember(dissent), cancellationToken);
            if (await known.WhyNotOrganisations([command.OrganisationId], "organisationId", cancellationToken) is { } unknown) return unknown;
            return await decider.Decide(Commitment.Fold, command.CommitmentId, commitment => commitment.Dissent(dissent), cancellationToken);
        }
    }
}
