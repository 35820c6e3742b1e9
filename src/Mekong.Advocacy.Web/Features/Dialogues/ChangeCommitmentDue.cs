using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Another deadline is agreed on with the authority.</summary>
[Allow(Role.Coordinator)]
public sealed record ChangeCommitmentDue(Guid CommitmentId, Due Due, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<ChangeCommitmentDue, Answer>
    {
        public async Task<Answer> Handle(ChangeCommitmentDue command, CancellationToken cancellationToken)
        {
            var forum = command.Due is ByForum by ? (await decider.Load(Forum.Fold, by.ForumId, cancellationToken)).State : null;
            return await decider.Decide(
                Commitment.Fold, command.CommitmentId, commitment => commitment.ChangeDue(command.Due, forum, command.Reason), cancellationToken);
        }
    }
}
