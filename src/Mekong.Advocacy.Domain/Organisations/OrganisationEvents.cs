namespace Mekong.Advocacy.Domain.Organisations;

/// <summary>
/// What can happen to an organisation. Stored for ever: add records, never edit one. "By" is an account; null: the platform, on behalf
/// of an organisation that has none. Officers are ids only.
/// </summary>
public abstract record OrganisationEvent;

public sealed record OrganisationRegistered(Guid? By, OrganisationStanding Standing, OrganisationProfile Profile) : OrganisationEvent;

/// <summary>It has other names now, another home or another parent.</summary>
public sealed record OrganisationDescribed(Guid? By, OrganisationProfile Profile) : OrganisationEvent;

public sealed record OrganisationStandingChanged(Guid? By, OrganisationStanding Standing, string? Reason) : OrganisationEvent;

/// <summary>A member organisation answers for it.</summary>
/// <param name="OfficerId">Who spoke for the member, with a mandate at that moment.</param>
public sealed record OrganisationVouchedFor(Guid? By, Guid VoucherId, Guid OfficerId) : OrganisationEvent;

/// <param name="Source">What was checked: the domain, or where the number is published. Null: two members vouched.</param>
public sealed record OrganisationVerified(Guid? By, VerificationMeans Means, string? Source) : OrganisationEvent;

public sealed record OrganisationRefused(Guid? By, string Reason) : OrganisationEvent;

public sealed record FocalPointNamed(Guid? By, Guid OfficerId) : OrganisationEvent;

public sealed record FocalPointRemoved(Guid? By, Guid OfficerId) : OrganisationEvent;

public sealed record MandateGranted(Guid? By, Mandate Mandate) : OrganisationEvent;

/// <param name="Until">From this moment on it does not hold; what was done before stays done.</param>
public sealed record MandateEnded(Guid? By, Guid MandateId, DateTimeOffset Until) : OrganisationEvent;
