using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>Who may act on a step: the office, its owner, and whoever speaks for the organisation that owns it.</summary>
public sealed class FollowUpHands(Decider decider, FollowUpLinks links, FocalPoints officers, CurrentActor current)
{
    /// <summary>The account, or by a link of theirs the officer, who acts now; null: nobody who may.</summary>
    public async Task<Guid?> Of(Guid followUpId, string? token, CancellationToken ct)
    {
        if (token is not null) return await Holder(token, ct) is { } key && key.FollowUpId == followUpId ? key.OfficerId : null;
        if (current.Actor is not { AccountId: { } account } actor) return null;
        if (actor.May([Role.Coordinator])) return account;
        return await OwnerOf(followUpId, ct) is { } owner && await Owns(owner, account, ct) ? account : null;
    }

    /// <summary>Whose link this is, and to which step, as long as the step is theirs.</summary>
    public async Task<FollowUpKey?> Holder(string token, CancellationToken ct) =>
        await links.Read(token, ct) is { } key && await OwnerOf(key.FollowUpId, ct) is { } owner
        && await officers.Find(key.OfficerId, ct) is { IsActive: true } officer && Speaks(officer, owner) ? key : null;

    private async Task<Owner?> OwnerOf(Guid followUpId, CancellationToken ct) => (await decider.Load(FollowUp.Fold, followUpId, ct)).State.Content?.Owner;

    private async Task<bool> Owns(Owner owner, Guid account, CancellationToken ct) =>
        owner.Kind == OwnerKind.Account ? owner.Id == account : (await officers.ByAccount(account, ct)).Any(officer => Speaks(officer, owner));

    private static bool Speaks(FocalPoint officer, Owner owner) => owner.Kind switch
    {
        OwnerKind.Organisation => officer.OrganisationId == owner.Id,
        OwnerKind.Officer => officer.Id == owner.Id,
        _ => false,
    };
}
