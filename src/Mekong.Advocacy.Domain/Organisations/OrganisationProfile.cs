namespace Mekong.Advocacy.Domain.Organisations;

/// <summary>A name as the organisation writes it in one language.</summary>
/// <param name="Language">A BCP 47 tag: mostly one of the seven, "km-Latn" for Khmer in Latin letters.</param>
public sealed record OrganisationName(string Language, string Name);

/// <summary>What an organisation is called and where it is at home. None of it is personal.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="ParentId">The organisation of which it is a branch. A branch does not act for its parent, nor the parent for it.</param>
public sealed record OrganisationProfile(IReadOnlyList<OrganisationName> Names, string? Acronym, string Country, Guid? ParentId = null)
{
    /// <summary>As it is kept: every text in one form, nothing empty.</summary>
    public OrganisationProfile Tidy() => new(
        [.. Names.Select(name => new OrganisationName(name.Language.Trim(), NameFolding.Tidy(name.Name))).Where(name => name.Name.Length > 0)],
        NameFolding.Tidy(Acronym ?? "") is { Length: > 0 } acronym ? acronym : null,
        Country.Trim().ToUpperInvariant(),
        ParentId);

    public bool Equals(OrganisationProfile? other) => other is not null && Names.SequenceEqual(other.Names)
        && (Acronym, Country, ParentId) == (other.Acronym, other.Country, other.ParentId);

    public override int GetHashCode() => HashCode.Combine(Names.Count, Acronym, Country, ParentId);
}
