using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Organisations;
using Microsoft.AspNetCore.Identity;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>Owners by name, for people of the office and for their own mail.</summary>
public sealed class FollowUpOwners(UserManager<Account> accounts, OrganisationReads organisations, FocalPoints officers)
{
    private readonly Dictionary<(Owner, string), string> known = [];

    /// <summary>An organisation in the reader's language; an officer by their organisation, for a mail goes astray more easily than a page; empty: gone.</summary>
    public async Task<string> NameOf(Owner owner, string language, CancellationToken ct)
    {
        if (known.TryGetValue((owner, language), out var name)) return name;
        return known[(owner, language)] = owner.Kind switch
        {
            OwnerKind.Account => await accounts.FindByIdAsync(owner.Id.ToString()) is { } account ? AccountList.NameOf(account) : "",
            OwnerKind.Organisation => await Organisation(owner.Id, language, ct),
            _ => await officers.Find(owner.Id, ct) is { } officer ? await Organisation(officer.OrganisationId, language, ct) : "",
        };
    }

    private async Task<string> Organisation(Guid id, string language, CancellationToken ct) =>
        await organisations.One(id, ct) is { } row ? OrganisationReads.Name(row, language).Name : "";
}
