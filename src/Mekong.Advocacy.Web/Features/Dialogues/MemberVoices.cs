using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Features.Organisations;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>For which members an account speaks about promises: those whose focal point it is, as long as they are members.</summary>
public sealed class MemberVoices(FocalPoints officers, OrganisationReads organisations)
{
    public async Task<IReadOnlyList<OrganisationRow>> Of(Guid accountId, CancellationToken ct)
    {
        var theirs = (await officers.ByAccount(accountId, ct)).Select(officer => officer.OrganisationId).ToHashSet();
        return [.. (await organisations.Some(theirs, ct)).Where(row => row.Standing == OrganisationStanding.Member)];
    }
}
