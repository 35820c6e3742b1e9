using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A second person agrees to what became of a commitment, or returns it.</summary>
[Allow(Role.Coordinator, Role.Approver)]
public sealed record ReviewStatus(Guid CommitmentId, Guid ProposalId, bool Accepted, string? Why) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<ReviewStatus, Answer>
    {
        public Task<Answer> Handle(ReviewStatus command, CancellationToken cancellationToken) => decider.Decide(
            Commitment.Fold, command.CommitmentId, commitment => commitment.Review(command.ProposalId, command.Accepted, current.AccountId, command.Why), cancellationToken);
    }
}
