using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>A member answers for an outside organisation, through an officer who has a mandate now. The second member verifies it.</summary>
[Allow(Role.Coordinator)]
public sealed record VouchForOrganisation(Guid OrganisationId, Guid VoucherId, Guid OfficerId) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, TimeProvider clock) : IRequestHandler<VouchForOrganisation, Answer>
    {
        public async Task<Answer> Handle(VouchForOrganisation command, CancellationToken cancellationToken)
        {
            var (voucher, _) = await decider.Load(Organisation.Fold, command.VoucherId, cancellationToken);
            return await decider.Decide(Organisation.Fold, command.OrganisationId,
                organisation => organisation.VouchedForBy(command.VoucherId, voucher, command.OfficerId, current.Actor.AccountId, clock.GetUtcNow()), cancellationToken);
        }
    }
}
