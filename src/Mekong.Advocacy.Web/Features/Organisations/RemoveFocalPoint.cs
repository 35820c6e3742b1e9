using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>Somebody does not act for the organisation any more: their mandates end now, and how to reach them is forgotten.</summary>
[Allow(Role.Coordinator)]
public sealed record RemoveFocalPoint(Guid OrganisationId, Guid OfficerId) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, FocalPoints people, TimeProvider clock) : IRequestHandler<RemoveFocalPoint, Answer>
    {
        public async Task<Answer> Handle(RemoveFocalPoint command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var answer = await decider.Decide(Organisation.Fold, command.OrganisationId,
                organisation => organisation.RemoveFocalPoint(current.Actor.AccountId, command.OfficerId, now), cancellationToken);
            if (!answer.Refused) await people.Forget(command.OfficerId, now, cancellationToken);
            return answer;
        }
    }
}
