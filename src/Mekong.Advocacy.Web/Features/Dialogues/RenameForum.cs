using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A forum gets another name, or its name in another language.</summary>
[Allow(Role.Coordinator)]
public sealed record RenameForum(Guid ForumId, ValueList<Wording> Names) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<RenameForum, Answer>
    {
        public Task<Answer> Handle(RenameForum command, CancellationToken cancellationToken) => decider.Decide(
            Forum.Fold, command.ForumId, forum => forum.Rename(command.Names), cancellationToken);
    }
}
