using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>An outside organisation is not believed, or not any more. Its names are free for whoever bears them rightly.</summary>
[Allow(Role.Coordinator)]
public sealed record RefuseOrganisation(Guid OrganisationId, string? Reason) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, NameGuard guard) : IRequestHandler<RefuseOrganisation, Answer>
    {
        public async Task<Answer> Handle(RefuseOrganisation command, CancellationToken cancellationToken)
        {
            var answer = await decider.Decide(
                Organisation.Fold, command.OrganisationId, organisation => organisation.Refuse(current.Actor.AccountId, command.Reason), cancellationToken);
            await guard.Release(command.OrganisationId, cancellationToken);
            return answer;
        }
    }
}
