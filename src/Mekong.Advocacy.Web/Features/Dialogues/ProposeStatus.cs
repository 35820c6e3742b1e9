using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Somebody shows what became of a commitment. It counts when a second person has agreed.</summary>
[Allow(Role.Coordinator, Role.Approver)]
public sealed record ProposeStatus(Guid CommitmentId, Guid ProposalId, CommitmentStatus Status, ValueList<Reference> Evidence, string Note) : ICommand
{
    internal sealed class Handler(Decider decider, KnownThings known, CurrentActor current) : IRequestHandler<ProposeStatus, Answer>
    {
        public async Task<Answer> Handle(ProposeStatus command, CancellationToken cancellationToken)
        {
            if (await known.WhyNot(command.Evidence, "evidence", cancellationToken) is { } unknown) return unknown;
            return await decider.Decide(Commitment.Fold, command.CommitmentId, commitment => commitment.Propose(
                new StatusProposed(command.ProposalId, command.Status, command.Evidence, command.Note, current.AccountId)), cancellationToken);
        }
    }
}
