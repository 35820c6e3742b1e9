using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A forum does not take place. What was due before it has no day any more.</summary>
[Allow(Role.Coordinator)]
public sealed record CancelForum(Guid ForumId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<CancelForum, Answer>
    {
        public Task<Answer> Handle(CancelForum command, CancellationToken cancellationToken) => decider.Decide(
            Forum.Fold, command.ForumId, forum => forum.Cancel(command.Reason), cancellationToken);
    }
}
