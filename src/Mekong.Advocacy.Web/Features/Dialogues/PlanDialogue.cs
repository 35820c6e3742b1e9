using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A coordinator enters a dialogue: with whom, when and where, and what is to be spoken about.</summary>
[Allow(Role.Coordinator)]
public sealed record PlanDialogue(Guid DialogueId, DialogueContent Content) : ICommand
{
    internal sealed class Handler(Decider decider, KnownThings known) : IRequestHandler<PlanDialogue, Answer>
    {
        public async Task<Answer> Handle(PlanDialogue command, CancellationToken cancellationToken)
        {
            if (MeetingZones.WhyNotZone(command.Content.Time.Zone) is { } zone) return zone;
            if (await known.WhyNot(command.Content, cancellationToken) is { } unknown) return unknown;
            return await decider.Decide(Dialogue.Fold, command.DialogueId, dialogue => dialogue.Plan(command.Content), cancellationToken);
        }
    }
}
