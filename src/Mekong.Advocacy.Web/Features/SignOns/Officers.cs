using Mekong.Advocacy.Web.Features.Organisations;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>Who acts for an organisation behind an account.</summary>
internal static class Officers
{
    public static async Task<FocalPoint?> OfAccount(this FocalPoints officers, Guid account, Guid organisation, CancellationToken ct) =>
        (await officers.ByAccount(account, ct)).FirstOrDefault(officer => officer.OrganisationId == organisation);
}
