using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A dialogue is put off, and nobody knows yet until when.</summary>
[Allow(Role.Coordinator)]
public sealed record PostponeDialogue(Guid DialogueId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<PostponeDialogue, Answer>
    {
        public Task<Answer> Handle(PostponeDialogue command, CancellationToken cancellationToken) => decider.Decide(
            Dialogue.Fold, command.DialogueId, dialogue => dialogue.Postpone(command.Reason), cancellationToken);
    }
}
