using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>The other side has agreed to the hour and the place.</summary>
[Allow(Role.Coordinator)]
public sealed record ConfirmDialogue(Guid DialogueId) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<ConfirmDialogue, Answer>
    {
        public Task<Answer> Handle(ConfirmDialogue command, CancellationToken cancellationToken) => decider.Decide(
            Dialogue.Fold, command.DialogueId, dialogue => dialogue.Confirm(), cancellationToken);
    }
}
