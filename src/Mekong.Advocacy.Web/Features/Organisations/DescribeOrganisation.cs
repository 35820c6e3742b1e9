using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>An organisation has other names, another acronym, home or parent. What it signed keeps the names of its day.</summary>
[Allow(Role.Coordinator)]
public sealed record DescribeOrganisation(Guid OrganisationId, OrganisationProfile Profile, bool IsAnother = false) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, NameGuard guard) : IRequestHandler<DescribeOrganisation, Answer>
    {
        public async Task<Answer> Handle(DescribeOrganisation command, CancellationToken cancellationToken)
        {
            var (id, profile) = (command.OrganisationId, command.Profile.Tidy());
            var (organisation, _) = await decider.Load(Organisation.Fold, id, cancellationToken);
            if (organisation.Profile is not { } now) return OrganisationRefusals.NoSuchOrganisation;
            if (ProfileRules.FaultsOf(profile, organisation.Kind).ToList() is { Count: > 0 } faults) return new Answer(faults);
            var goesByTheSame = now.Names.SequenceEqual(profile.Names) && (now.Acronym, now.Country) == (profile.Acronym, profile.Country);
            if (await guard.Fault(id, profile, command.IsAnother || goesByTheSame, cancellationToken) is { } fault) return fault;
            await guard.Claim(id, profile, cancellationToken);
            var answer = await decider.Decide(Organisation.Fold, id, state => state.Describe(current.Actor.AccountId, profile), cancellationToken);
            await guard.Release(id, cancellationToken);
            return answer;
        }
    }
}
