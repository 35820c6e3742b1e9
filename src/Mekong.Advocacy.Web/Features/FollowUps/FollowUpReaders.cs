using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Web.Features.Notices;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Mekong.Advocacy.Web.Features.FollowUps;

public enum ReaderKind { Account, Officer }

/// <summary>Somebody who is written to about steps: ids alone.</summary>
public sealed record Reader(ReaderKind Kind, Guid Id);

/// <summary>How a reader is reached now.</summary>
/// <param name="OrganisationId">For which an officer reads it.</param>
public sealed record ReachedReader(string Language, string? Email, string? Phone, Guid? OrganisationId);

/// <summary>Finds whom a step concerns, and how they are reached at this moment.</summary>
public sealed class FollowUpReaders(UserManager<Account> accounts, AccountLanguage languages, FocalPoints officers)
{
    /// <summary>The owner; of an organisation every officer with an address or a number.</summary>
    public async Task<IReadOnlyList<Reader>> Of(Owner owner, CancellationToken ct) => owner.Kind switch
    {
        OwnerKind.Account => [new(ReaderKind.Account, owner.Id)],
        OwnerKind.Officer => [new(ReaderKind.Officer, owner.Id)],
        _ => [.. (await officers.Of(owner.Id, ct)).Where(officer => officer is { IsActive: true } and ({ Email: not null } or { Phone: not null })).Select(officer => new Reader(ReaderKind.Officer, officer.Id))],
    };

    /// <summary>Whoever wrote the step down, while they still coordinate; else everybody who does.</summary>
    public async Task<IReadOnlyList<Reader>> Coordinators(Guid openedBy)
    {
        if (await accounts.FindByIdAsync(openedBy.ToString()) is { } account && (await accounts.IsInRoleAsync(account, Role.Coordinator) || await accounts.IsInRoleAsync(account, Role.Admin)))
            return [new(ReaderKind.Account, openedBy)];
        return [.. (await accounts.GetUsersInRoleAsync(Role.Coordinator)).Select(one => one.Id).Order().Select(id => new Reader(ReaderKind.Account, id))];
    }

    /// <summary>Null: they have gone.</summary>
    public async Task<ReachedReader?> Reach(Reader reader, CancellationToken ct)
    {
        if (reader.Kind == ReaderKind.Account)
            return await accounts.FindByIdAsync(reader.Id.ToString()) is { } account ? new(await languages.Of(account), account.Email, account.PhoneNumber, null) : null;
        return await officers.Find(reader.Id, ct) is { IsActive: true } officer ? new(officer.Language, officer.Email, officer.Phone, officer.OrganisationId) : null;
    }
}
