using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Organisations;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>An organisation as it is typed.</summary>
public sealed class OrganisationForm
{
    /// <summary>Made with the page, so that a form that is sent twice registers once.</summary>
    public Guid NewId { get; set; }

    /// <summary>By language; empty where there is none.</summary>
    public Dictionary<string, string?> Names { get; set; } = [];

    public string? Acronym { get; set; }

    /// <summary>One of ours; empty: see <see cref="Elsewhere"/>.</summary>
    public string? Country { get; set; }

    /// <summary>Two letters.</summary>
    public string? Elsewhere { get; set; }

    public Guid? ParentId { get; set; }

    public OrganisationStanding Standing { get; set; } = OrganisationStanding.Member;

    public bool IsAnother { get; set; }

    /// <summary>Ours, and whatever else it has a name in.</summary>
    public IEnumerable<string> Languages => Tongues.InOrder(Language.All.Union(Names.Keys));

    public static OrganisationForm From(OrganisationRow row) => new()
    {
        Names = row.NameLanguages.Zip(row.Names).ToDictionary(pair => pair.First, string? (pair) => pair.Second),
        Acronym = row.Acronym,
        Country = Domain.Languages.Country.IsKnown(row.Country) ? row.Country : null,
        Elsewhere = Domain.Languages.Country.IsKnown(row.Country) ? null : row.Country,
        ParentId = row.ParentId,
        Standing = row.Standing,
    };

    public OrganisationProfile ToProfile() => new(
        [.. Languages.Select(code => new OrganisationName(code, Names.GetValueOrDefault(code) ?? ""))],
        Acronym, string.IsNullOrWhiteSpace(Country) ? Elsewhere ?? "" : Country, ParentId);
}
