using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Organisations;
using Microsoft.AspNetCore.Identity;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>Whether those whom a step names exist: its owner, and what it follows from.</summary>
public sealed class FollowUpFacts(UserManager<Account> accounts, OrganisationReads organisations, FocalPoints officers, ITables tables)
{
    public async Task<Refusal?> FaultOf(FollowUpContent content, CancellationToken ct)
    {
        if (!await Exists(content.Owner, ct)) return FollowUpRefusals.NoSuchOwner;
        return content.About is null || await Exists(content.About, ct) ? null : FollowUpRefusals.NoSuchSubject;
    }

    private async Task<bool> Exists(Owner owner, CancellationToken ct) => owner.Kind switch
    {
        OwnerKind.Account => await accounts.FindByIdAsync(owner.Id.ToString()) is not null,
        OwnerKind.Organisation => await organisations.One(owner.Id, ct) is not null,
        OwnerKind.Officer => await officers.Find(owner.Id, ct) is { IsActive: true },
        _ => false,
    };

    private async Task<bool> Exists(Subject about, CancellationToken ct)
    {
        var table = about.Kind switch { SubjectKind.Dialogue => "dialogues", SubjectKind.Recommendation => "recommendations", _ => "commitments" };
        return (await tables.Query<int>($"select count(*)::int from advocacy.{table} where id = @Id", new { about.Id }, ct))[0] > 0;
    }
}
