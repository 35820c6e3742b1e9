using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A dialogue does not take place.</summary>
[Allow(Role.Coordinator)]
public sealed record CancelDialogue(Guid DialogueId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<CancelDialogue, Answer>
    {
        public Task<Answer> Handle(CancelDialogue command, CancellationToken cancellationToken) => decider.Decide(
            Dialogue.Fold, command.DialogueId, dialogue => dialogue.Cancel(command.Reason), cancellationToken);
    }
}
