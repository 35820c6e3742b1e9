using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Whoever held a post does not hold it any more.</summary>
/// <param name="Until">The first day without them.</param>
[Allow(Role.Coordinator)]
public sealed record LeavePost(Guid AuthorityId, Guid PostId, Guid HolderId, DateOnly Until) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<LeavePost, Answer>
    {
        public Task<Answer> Handle(LeavePost command, CancellationToken cancellationToken) => decider.Decide(
            Authority.Fold, command.AuthorityId, authority => authority.Leave(command.PostId, command.HolderId, command.Until), cancellationToken);
    }
}
