using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A meeting of governments or of the region is entered.</summary>
[Allow(Role.Coordinator)]
public sealed record PlanForum(Guid ForumId, ForumPlanned Plan) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<PlanForum, Answer>
    {
        public async Task<Answer> Handle(PlanForum command, CancellationToken cancellationToken)
        {
            if (MeetingZones.WhyNotZone(command.Plan.Zone) is { } fault) return fault;
            return await decider.Decide(Forum.Fold, command.ForumId, forum => forum.Plan(command.Plan), cancellationToken);
        }
    }
}
