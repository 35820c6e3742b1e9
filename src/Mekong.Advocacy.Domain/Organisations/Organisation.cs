using System.Collections.Immutable;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Organisations.OrganisationRefusals;

namespace Mekong.Advocacy.Domain.Organisations;

using Decision = Decision<OrganisationEvent>;

/// <summary>A member of the network, or an organisation outside it: what it is called, how it stands, and who may act for it since when.</summary>
public sealed partial record Organisation(OrganisationStanding Standing, OrganisationProfile? Profile)
{
    public static readonly Fold<Organisation, OrganisationEvent> Fold =
        new("organisation", new Organisation(OrganisationStanding.Unregistered, Profile: null), Evolve);

    /// <summary>Officers that were ever named; true while they are focal points.</summary>
    public ImmutableDictionary<Guid, bool> FocalPoints { get; init; } = ImmutableDictionary<Guid, bool>.Empty;

    /// <summary>All there ever were, in the order in which they were granted.</summary>
    public ImmutableList<Mandate> Mandates { get; init; } = [];

    /// <summary>Member organisations that answer for it.</summary>
    public ImmutableHashSet<Guid> Vouchers { get; init; } = [];

    public OrganisationKind Kind => Standing.Kind();

    /// <param name="standing">Member or observer, or pending: an outside organisation that nobody has verified.</param>
    public Decision Register(Guid? by, OrganisationStanding standing, OrganisationProfile profile) => Standing switch
    {
        not OrganisationStanding.Unregistered => standing.Kind() == Kind && profile.Tidy().Equals(Profile) ? Decision.Nothing : IdIsTaken,
        _ when !OrganisationStandings.AtFirst.Contains(standing) => UnknownStanding,
        _ when ProfileRules.FaultsOf(profile, standing.Kind()).FirstOrDefault() is { } fault => fault,
        _ => new OrganisationRegistered(by, standing, profile.Tidy()),
    };

    public Decision Describe(Guid? by, OrganisationProfile profile) => Standing switch
    {
        OrganisationStanding.Unregistered => NoSuchOrganisation,
        _ when ProfileRules.FaultsOf(profile, Kind).FirstOrDefault() is { } fault => fault,
        _ when profile.Tidy().Equals(Profile) => Decision.Nothing,
        _ => new OrganisationDescribed(by, profile.Tidy()),
    };

    /// <summary>Taken in, made an observer, suspended, gone. A verified outside organisation becomes a member by the same way.</summary>
    public Decision ChangeStanding(Guid? by, OrganisationStanding to, string? reason) => Standing switch
    {
        OrganisationStanding.Unregistered => NoSuchOrganisation,
        _ when !OrganisationStandings.OfMembers.Contains(to) => UnknownStanding,
        _ when to == Standing => Decision.Nothing,
        OrganisationStanding.Pending or OrganisationStanding.Refused => NotVerified,
        OrganisationStanding.Verified when to is not (OrganisationStanding.Member or OrganisationStanding.Observer) => UnknownStanding,
        _ when to == OrganisationStanding.Suspended && string.IsNullOrWhiteSpace(reason) => NeedsReason,
        _ when Kind == OrganisationKind.Outside && ProfileRules.FaultsOf(Profile!, OrganisationKind.Member).FirstOrDefault() is { } fault => fault,
        _ => new OrganisationStandingChanged(by, to, Written(reason)),
    };

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
