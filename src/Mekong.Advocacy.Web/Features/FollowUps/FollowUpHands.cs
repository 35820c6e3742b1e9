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
        var (step, _) = await decider.Load(FollowUp.Fold, followUpId, ct);
        if (token is not null) return (await Holder(followUpId, step, token, ct))?.Id;
        if (current.Actor is not { AccountId: { } account } actor) return null;
        if (actor.May([Role.Coordinator])) return account;
        return step.Content?.Owner is { } owner && await Owns(owner, account, ct) ? account : null;
    }

    /// <summary>The officer whose link this is, as long as the step is theirs.</summary>
    public async Task<FocalPoint?> Holder(Guid followUpId, FollowUp step, string token, CancellationToken ct) =>
        step.Content?.Owner is { } owner && await links.Read(token, ct) is { } key && key.FollowUpId == followUpId
        && await officers.Find(key.OfficerId, ct) is { IsActive: true } officer && Speaks(officer, owner) ? officer : null;

    public async Task<bool> Owns(Owner owner, Guid account, CancellationToken ct) =>
        owner.Kind == OwnerKind.Account ? owner.Id == account : (await officers.ByAccount(account, ct)).Any(officer => Speaks(officer, owner));

    public static bool Speaks(FocalPoint officer, Owner owner) => owner.Kind switch
    {
        OwnerKind.Organisation => officer.OrganisationId == owner.Id,
        OwnerKind.Officer => officer.Id == owner.Id,
        _ => false,
    };
}
