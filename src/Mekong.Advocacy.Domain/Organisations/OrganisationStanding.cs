namespace Mekong.Advocacy.Domain.Organisations;

/// <summary>Whether an organisation belongs to the network.</summary>
public enum OrganisationKind { Member, Outside }

/// <summary>
/// How an organisation stands towards the network. The first four follow one another freely; an outside organisation is pending until it
/// is verified or refused, and a verified one may be taken in as a member.
/// </summary>
public enum OrganisationStanding { Unregistered, Member, Observer, Suspended, Left, Pending, Verified, Refused }

/// <summary>How it was found out that an outside organisation is what it says.</summary>
public enum VerificationMeans { DomainMail, CallBack, Vouching }

/// <summary>What a standing means for who they are.</summary>
public static class OrganisationStandings
{
    /// <summary>Those that a person of the office may choose for a member.</summary>
    public static readonly IReadOnlyList<OrganisationStanding> OfMembers =
        [OrganisationStanding.Member, OrganisationStanding.Observer, OrganisationStanding.Suspended, OrganisationStanding.Left];

    /// <summary>Those under which an organisation can be entered.</summary>
    public static readonly IReadOnlyList<OrganisationStanding> AtFirst =
        [OrganisationStanding.Member, OrganisationStanding.Observer, OrganisationStanding.Pending];

    public static OrganisationKind Kind(this OrganisationStanding standing) =>
        OfMembers.Contains(standing) ? OrganisationKind.Member : OrganisationKind.Outside;

    /// <summary>Members, and outside organisations once they are verified, may put their name under a statement.</summary>
    public static bool MayEndorse(this OrganisationStanding standing) =>
        standing is OrganisationStanding.Member or OrganisationStanding.Verified;
}
