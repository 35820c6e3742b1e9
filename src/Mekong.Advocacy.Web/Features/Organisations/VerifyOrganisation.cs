using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>A coordinator has written to the organisation's own domain, or called a number that it publishes.</summary>
/// <param name="Source">The domain, or where the number is published.</param>
[Allow(Role.Coordinator)]
public sealed record VerifyOrganisation(Guid OrganisationId, VerificationMeans Means, string? Source) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<VerifyOrganisation, Answer>
    {
        public Task<Answer> Handle(VerifyOrganisation command, CancellationToken cancellationToken) => decider.Decide(Organisation.Fold, command.OrganisationId,
            organisation => organisation.Verify(current.Actor.AccountId, command.Means, command.Source), cancellationToken);
    }
}
