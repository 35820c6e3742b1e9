using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A dialogue has taken place.</summary>
[Allow(Role.Coordinator)]
public sealed record HoldDialogue(Guid DialogueId) : ICommand
{
    internal sealed class Handler(Decider decider, TimeProvider clock) : IRequestHandler<HoldDialogue, Answer>
    {
        public Task<Answer> Handle(HoldDialogue command, CancellationToken cancellationToken) => decider.Decide(
            Dialogue.Fold, command.DialogueId, dialogue => dialogue.Hold(clock.GetUtcNow()), cancellationToken);
    }
}
