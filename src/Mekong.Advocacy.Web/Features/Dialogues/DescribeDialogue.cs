using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Everything about a dialogue may be put right but its hour and place, which are moved.</summary>
[Allow(Role.Coordinator)]
public sealed record DescribeDialogue(Guid DialogueId, DialogueContent Content) : ICommand
{
    internal sealed class Handler(Decider decider, KnownThings known) : IRequestHandler<DescribeDialogue, Answer>
    {
        public async Task<Answer> Handle(DescribeDialogue command, CancellationToken cancellationToken)
        {
            if (await known.WhyNot(command.Content, cancellationToken) is { } unknown) return unknown;
            if (command.Content.Attribution == Attribution.ChathamHouse && await known.PublicPromises(command.DialogueId, cancellationToken) > 0)
                return DialogueRefusals.PromisesArePublic;
            return await decider.Decide(Dialogue.Fold, command.DialogueId, dialogue => dialogue.Describe(command.Content), cancellationToken);
        }
    }
}
