using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A dialogue gets another hour or another place.</summary>
[Allow(Role.Coordinator)]
public sealed record MoveDialogue(Guid DialogueId, MeetingTime Time, string Country, string Place, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<MoveDialogue, Answer>
    {
        public async Task<Answer> Handle(MoveDialogue command, CancellationToken cancellationToken)
        {
            if (MeetingZones.WhyNotZone(command.Time.Zone) is { } fault) return fault;
            return await decider.Decide(
                Dialogue.Fold, command.DialogueId, dialogue => dialogue.Move(command.Time, command.Country, command.Place, command.Reason), cancellationToken);
        }
    }
}
