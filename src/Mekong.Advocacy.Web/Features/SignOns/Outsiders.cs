using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>Finds the organisation that a form is about, or enters it as pending in the platform's own name.</summary>
public sealed class Outsiders(OrganisationReads organisations, IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int Tries = 3;

    /// <returns>The organisation, whether it was entered just now, and whether another one is like it.</returns>
    public async Task<((Guid Id, OrganisationKind Kind) Organisation, bool Founded, bool IsLike)> Place(OrganisationProfile typed, CancellationToken ct)
    {
        var profile = typed.Tidy();
        for (var attempt = 1; ; attempt++)
        {
            var similar = await organisations.Similar([.. profile.Names.Select(name => name.Name)], profile.Acronym, profile.Country, ct);
            if (similar.FirstOrDefault(one => one.IsSame) is { } same) return ((same.Row.Id, same.Row.Kind), false, similar.Count > 1);
            var id = Guid.CreateVersion7(clock.GetUtcNow());
            var answer = await Send(new RegisterOrganisation(id, OrganisationStanding.Pending, profile, IsAnother: true), ct);
            if (!answer.Refused) return ((id, OrganisationKind.Outside), true, similar.Count > 0);
            if (attempt == Tries) throw new StreamHasMovedException("names of organisations"); // somebody else enters the same one in this moment
        }
    }

    /// <summary>Who leads the organisation before it has an account here; that somebody else is known there by this address is no reason to stop.</summary>
    public Task Name(Guid organisationId, Guid officerId, Offerer person, CancellationToken ct) => Send(new NameFocalPoint(
        organisationId, officerId, new FocalPointDetails(person.Name, person.Capacity, person.Email, person.Phone?.StartsWith('+') == true ? person.Phone : null, person.Language)), ct);

    private async Task<Answer> Send(ICommand command, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomePlatform();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
    }
}
