using Mekong.Advocacy.Domain.Organisations;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>An organisation as the API takes it.</summary>
/// <param name="Names">By language.</param>
/// <param name="Standing">"member", "observer" or "pending"; asked for at registration only.</param>
/// <param name="IsAnother">True: those that are like it have been looked at, and it is none of them.</param>
public sealed record OrganisationJson(
    IReadOnlyDictionary<string, string?>? Names, string? Acronym, string? Country, Guid? ParentId, OrganisationStanding? Standing = null, bool IsAnother = false)
{
    public OrganisationProfile ToProfile() => new(
        [.. Tongues.InOrder(Names?.Keys ?? []).Select(code => new OrganisationName(code, Names![code] ?? ""))], Acronym, Country ?? "", ParentId);
}

/// <summary>An organisation as lists of the API tell it: nothing personal.</summary>
public sealed record ListedOrganisationJson(
    Guid Id, OrganisationKind Kind, OrganisationStanding Standing, IReadOnlyDictionary<string, string> Names, string? Acronym, string Country, Guid? ParentId,
    DateTimeOffset RegisteredAt, DateTimeOffset ChangedAt)
{
    public static ListedOrganisationJson Of(OrganisationRow row) => new(
        row.Id, row.Kind, row.Standing, NamesOf(row), row.Acronym, row.Country, row.ParentId, row.RegisteredAt, row.ChangedAt);

    public static Dictionary<string, string> NamesOf(OrganisationRow row) =>
        row.NameLanguages.Zip(row.Names).ToDictionary(pair => pair.First, pair => pair.Second);
}

/// <summary>A page of the list; ask for the next with after.</summary>
public sealed record OrganisationPage(IReadOnlyList<ListedOrganisationJson> Items, Guid? After);

/// <summary>One that is like what was asked about.</summary>
public sealed record SimilarJson(ListedOrganisationJson Organisation, Likeness Likeness, bool IsSame);

/// <summary>An organisation as the API tells it; what is null, observers are not told.</summary>
public sealed record OrganisationStateJson(
    ListedOrganisationJson Organisation, DateTimeOffset StandingSince, string? StandingReason, VerificationMeans? VerifiedBy, string? VerifiedSource,
    IReadOnlyList<Guid> Vouchers, IReadOnlyList<FocalPointJson>? FocalPoints, IReadOnlyList<MandateJson>? Mandates);

public sealed record FocalPointJson(
    Guid Id, string Name, string Capacity, string? Email, string? Phone, string Language, Guid? AccountId, DateTimeOffset NamedAt, DateTimeOffset? RemovedAt)
{
    public static FocalPointJson Of(FocalPoint person) => new(
        person.Id, person.Name, person.Capacity, person.Email, person.Phone, person.Language, person.AccountId, person.NamedAt, person.RemovedAt);
}

public sealed record MandateJson(
    Guid Id, Guid OfficerId, MandateKind Kind, Guid? StatementId, DateTimeOffset From, DateTimeOffset? Until, Guid? EvidenceId, DateTimeOffset GrantedAt, DateTimeOffset? EndedAt)
{
    public static MandateJson Of(MandateRow row) =>
        new(row.Id, row.OfficerId, row.Kind, row.StatementId, row.BeginsAt, row.EndsAt, row.EvidenceId, row.GrantedAt, row.EndedAt);
}

public sealed record CreatedJson(Guid Id);

public sealed record StandingJson(OrganisationStanding Standing, string? Reason);

public sealed record GrantJson(Guid OfficerId, MandateKind Kind, Guid? StatementId, DateTimeOffset? From, DateTimeOffset? Until, Guid? EvidenceId);

public sealed record EndJson(DateTimeOffset? Until);

public sealed record VouchJson(Guid VoucherId, Guid OfficerId);

public sealed record VerificationJson(VerificationMeans Means, string? Source);

public sealed record RefusalReasonJson(string? Reason);
