using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Nothing more is expected of a dialogue; its promises and next steps go on.</summary>
[Allow(Role.Coordinator)]
public sealed record CloseDialogue(Guid DialogueId) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<CloseDialogue, Answer>
    {
        public Task<Answer> Handle(CloseDialogue command, CancellationToken cancellationToken) => decider.Decide(
            Dialogue.Fold, command.DialogueId, dialogue => dialogue.Close(), cancellationToken);
    }
}
