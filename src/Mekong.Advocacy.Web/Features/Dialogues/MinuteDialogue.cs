using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>What was said and agreed, in as many languages as it was written down, and the papers that show it.</summary>
[Allow(Role.Coordinator)]
public sealed record MinuteDialogue(Guid DialogueId, ValueList<Wording> Minutes, ValueList<Guid> Files) : ICommand
{
    internal sealed class Handler(Decider decider, KnownThings known) : IRequestHandler<MinuteDialogue, Answer>
    {
        public async Task<Answer> Handle(MinuteDialogue command, CancellationToken cancellationToken)
        {
            if (await known.WhyNotFiles(command.Files, "files", cancellationToken) is { } unknown) return unknown;
            return await decider.Decide(Dialogue.Fold, command.DialogueId, dialogue => dialogue.Minute(command.Minutes, command.Files), cancellationToken);
        }
    }
}
