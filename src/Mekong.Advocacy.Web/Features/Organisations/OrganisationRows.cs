using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>An organisation as lists show it. Names, their languages and their keys stand in one order.</summary>
public sealed record OrganisationRow(
    Guid Id,
    OrganisationKind Kind,
    OrganisationStanding Standing,
    DateTimeOffset StandingSince,
    string? StandingReason,
    VerificationMeans? VerifiedBy,
    string? VerifiedSource,
    string Country,
    string? Acronym,
    Guid? ParentId,
    string[] NameLanguages,
    string[] Names,
    string[] NameKeys,
    DateTimeOffset RegisteredAt,
    DateTimeOffset ChangedAt)
{
    public OrganisationProfile ToProfile() =>
        new([.. NameLanguages.Zip(Names, (language, name) => new OrganisationName(language, name))], Acronym, Country, ParentId);
}

/// <summary>One row per organisation, right the moment a command returns.</summary>
internal sealed class OrganisationRows : Projection<OrganisationRow>
{
    public const string Prefix = "organisation-";

    public override string Table => "advocacy.organisations";

    public static Guid IdOf(Recorded happened) => Guid.Parse(happened.Stream[Prefix.Length..]);

    public override string? KeyOf(Recorded happened) => happened.Event is OrganisationEvent ? happened.Stream[Prefix.Length..] : null;

    public override OrganisationRow? Apply(OrganisationRow? row, Recorded happened) =>
        Next(row, happened) is { } next ? next with { ChangedAt = happened.At } : null;

    private static OrganisationRow? Next(OrganisationRow? row, Recorded happened) => happened.Event switch
    {
        OrganisationRegistered e => Describe(new OrganisationRow(
            IdOf(happened), e.Standing.Kind(), e.Standing, happened.At, null, null, null, "", null, null, [], [], [], happened.At, happened.At), e.Profile),
        OrganisationDescribed e => Describe(row!, e.Profile),
        OrganisationStandingChanged e => Stand(row!, e.Standing, e.Reason, happened.At),
        OrganisationVerified e => Stand(row!, OrganisationStanding.Verified, null, happened.At) with { VerifiedBy = e.Means, VerifiedSource = e.Source },
        OrganisationRefused e => Stand(row!, OrganisationStanding.Refused, e.Reason, happened.At),
        _ => row,
    };

    private static OrganisationRow Stand(OrganisationRow row, OrganisationStanding standing, string? reason, DateTimeOffset at) =>
        row with { Kind = standing.Kind(), Standing = standing, StandingReason = reason, StandingSince = at };

    private static OrganisationRow Describe(OrganisationRow row, OrganisationProfile profile) => row with
    {
        Country = profile.Country,
        Acronym = profile.Acronym,
        ParentId = profile.ParentId,
        NameLanguages = [.. profile.Names.Select(name => name.Language)],
        Names = [.. profile.Names.Select(name => name.Name)],
        NameKeys = [.. profile.Names.Select(name => NameKey.Of(name.Name))],
    };
}
