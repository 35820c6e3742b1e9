using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A forum takes place on other days, or elsewhere. What is due before it follows by itself.</summary>
[Allow(Role.Coordinator)]
public sealed record MoveForum(Guid ForumId, DateOnly From, DateOnly Until, string City, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<MoveForum, Answer>
    {
        public Task<Answer> Handle(MoveForum command, CancellationToken cancellationToken) => decider.Decide(
            Forum.Fold, command.ForumId, forum => forum.Move(command.From, command.Until, command.City, command.Reason), cancellationToken);
    }
}
