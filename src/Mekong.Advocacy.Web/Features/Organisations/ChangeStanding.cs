using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>A member becomes an observer, is suspended, leaves or comes back; a verified organisation from outside is taken in.</summary>
[Allow(Role.Coordinator)]
public sealed record ChangeStanding(Guid OrganisationId, OrganisationStanding Standing, string? Reason) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<ChangeStanding, Answer>
    {
        public Task<Answer> Handle(ChangeStanding command, CancellationToken cancellationToken) => decider.Decide(Organisation.Fold, command.OrganisationId,
            organisation => organisation.ChangeStanding(current.Actor.AccountId, command.Standing, command.Reason), cancellationToken);
    }
}
