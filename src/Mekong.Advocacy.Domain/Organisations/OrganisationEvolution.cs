using System.Diagnostics;

namespace Mekong.Advocacy.Domain.Organisations;

/// <summary>What each event means for the organisation's state. It never refuses.</summary>
public sealed partial record Organisation
{
    private static Organisation Evolve(Organisation was, OrganisationEvent happened) => happened switch
    {
        OrganisationRegistered e => was with { Standing = e.Standing, Profile = e.Profile },
        OrganisationDescribed e => was with { Profile = e.Profile },
        OrganisationStandingChanged e => was with { Standing = e.Standing },
        OrganisationVouchedFor e => was with { Vouchers = was.Vouchers.Add(e.VoucherId) },
        OrganisationVerified => was with { Standing = OrganisationStanding.Verified },
        OrganisationRefused => was with { Standing = OrganisationStanding.Refused },
        FocalPointNamed e => was with { FocalPoints = was.FocalPoints.SetItem(e.OfficerId, true) },
        FocalPointRemoved e => was with { FocalPoints = was.FocalPoints.SetItem(e.OfficerId, false) },
        MandateGranted e => was with { Mandates = was.Mandates.Add(e.Mandate) },
        MandateEnded e => was with { Mandates = [.. was.Mandates.Select(mandate => mandate.Id == e.MandateId ? mandate with { Until = e.Until } : mandate)] },
        _ => throw new UnreachableException($"Organisation gives {happened.GetType().Name} no meaning."),
    };
}
