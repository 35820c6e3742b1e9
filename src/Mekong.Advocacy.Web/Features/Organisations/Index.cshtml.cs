using System.Globalization;
using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>Organisations of the network and outside it, found by any part of a name in any script.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<Words> words, OrganisationReads reads) : WorkspacePage(mediator, words)
{
    private const int Most = 100;

    [BindProperty(SupportsGet = true)] public string? Search { get; set; }

    [BindProperty(SupportsGet = true)] public OrganisationStanding? Standing { get; set; }

    [BindProperty(SupportsGet = true)] public string? Country { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public IReadOnlyList<OrganisationRow> Rows { get; private set; } = [];

    public bool Filtered => Standing is not null || !string.IsNullOrWhiteSpace(Search + Country);

    /// <summary>The next page of the list; null: this is the last.</summary>
    public string? Next => Rows.Count < Most ? null : QueryHelpers.AddQueryString("/workspace/organisations", new Dictionary<string, string?>
    {
        ["search"] = Search,
        ["standing"] = Standing?.ToString(),
        ["country"] = Country,
        ["after"] = Rows[^1].Id.ToString(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public static OrganisationName Name(OrganisationRow row) => OrganisationReads.Name(row, CultureInfo.CurrentUICulture.Name);

    public async Task OnGetAsync(CancellationToken ct) => Rows = await reads.List(
        new(Search, Standing, string.IsNullOrWhiteSpace(Country) ? null : Country.Trim().ToUpperInvariant()), After, Most, ct);
}
