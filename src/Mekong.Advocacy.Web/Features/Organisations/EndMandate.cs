using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>A mandate ends, now or at a later moment. What was done under it stays done.</summary>
[Allow(Role.Coordinator)]
public sealed record EndMandate(Guid OrganisationId, Guid MandateId, DateTimeOffset? Until = null) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, TimeProvider clock) : IRequestHandler<EndMandate, Answer>
    {
        public Task<Answer> Handle(EndMandate command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            return decider.Decide(Organisation.Fold, command.OrganisationId,
                organisation => organisation.EndMandate(current.Actor.AccountId, command.MandateId, command.Until ?? now, now), cancellationToken);
        }
    }
}
