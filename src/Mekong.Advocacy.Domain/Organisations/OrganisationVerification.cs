using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Organisations.OrganisationRefusals;

namespace Mekong.Advocacy.Domain.Organisations;

using Decision = Decision<OrganisationEvent>;

/// <summary>How an outside organisation comes to be believed: domain mail, a call to a published number, or two members who answer for it.</summary>
public sealed partial record Organisation
{
    public const int VouchersNeeded = 2;

    /// <summary>The second member that vouches verifies.</summary>
    /// <param name="voucher">The vouching organisation as it stands now.</param>
    /// <param name="officerId">Who speaks for it, and needs a mandate at this moment.</param>
    public Decision VouchedForBy(Guid voucherId, Organisation voucher, Guid officerId, Guid? by, DateTimeOffset at) => Standing switch
    {
        OrganisationStanding.Unregistered => NoSuchOrganisation,
        OrganisationStanding.Refused => WasRefused,
        _ when Vouchers.Contains(voucherId) => Decision.Nothing,
        OrganisationStanding.Verified => AlreadyVerified,
        not OrganisationStanding.Pending => IsMember,
        _ when voucher.Standing != OrganisationStanding.Member => VoucherIsNoMember,
        _ when voucher.MandateOf(officerId, statementId: null, at) is null => NoMandate,
        _ => Vouched(new OrganisationVouchedFor(by, voucherId, officerId)),
    };

    /// <param name="source">The domain from which they wrote, or where the number that was called is published.</param>
    public Decision Verify(Guid? by, VerificationMeans means, string? source) => Standing switch
    {
        OrganisationStanding.Unregistered => NoSuchOrganisation,
        OrganisationStanding.Refused => WasRefused,
        OrganisationStanding.Verified => Decision.Nothing,
        not OrganisationStanding.Pending => IsMember,
        _ when means == VerificationMeans.Vouching => NeedsTwoMembers,
        _ when Written(source) is null => NeedsSource,
        _ => new OrganisationVerified(by, means, Written(source)),
    };

    /// <summary>Final: whoever was refused registers anew. Trust can be taken back from a verified organisation, too.</summary>
    public Decision Refuse(Guid? by, string? reason) => Standing switch
    {
        OrganisationStanding.Unregistered => NoSuchOrganisation,
        OrganisationStanding.Refused => Decision.Nothing,
        not (OrganisationStanding.Pending or OrganisationStanding.Verified) => IsMember,
        _ when Written(reason) is null => NeedsReason,
        _ => new OrganisationRefused(by, Written(reason)!),
    };

    private Decision Vouched(OrganisationVouchedFor vouch) => Decision.All(Vouchers.Count + 1 < VouchersNeeded
        ? [vouch]
        : [vouch, new OrganisationVerified(vouch.By, VerificationMeans.Vouching, Source: null)]);
}
