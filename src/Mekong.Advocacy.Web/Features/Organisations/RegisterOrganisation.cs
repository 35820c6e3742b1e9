using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>An organisation is entered: a member, an observer, or one from outside that somebody has yet to verify.</summary>
/// <param name="IsAnother">Somebody has looked at those that are like it and says that it is another organisation.</param>
[Allow(Role.Coordinator)]
public sealed record RegisterOrganisation(Guid OrganisationId, OrganisationStanding Standing, OrganisationProfile Profile, bool IsAnother = false) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, NameGuard guard) : IRequestHandler<RegisterOrganisation, Answer>
    {
        public async Task<Answer> Handle(RegisterOrganisation command, CancellationToken cancellationToken)
        {
            var (id, profile) = (command.OrganisationId, command.Profile.Tidy());
            if (await guard.Fault(id, profile, command.IsAnother, cancellationToken) is { } fault) return fault;
            await guard.Claim(id, profile, cancellationToken);
            var answer = await decider.Decide(
                Organisation.Fold, id, organisation => organisation.Register(current.Actor.AccountId, command.Standing, profile), cancellationToken);
            await guard.Release(id, cancellationToken);
            return answer;
        }
    }

    internal sealed class Validator : ContentValidator<RegisterOrganisation>
    {
        public Validator() : base(command => ProfileRules.FaultsOf(command.Profile, command.Standing.Kind())) { }
    }
}
