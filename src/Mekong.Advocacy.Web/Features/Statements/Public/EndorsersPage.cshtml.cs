using System.Globalization;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>The rest of a long list, a hundred names to a page; its number stands in the path so that each page is made once.</summary>
[PublicPage("statement", "sign-on")]
public sealed class EndorsersPageModel(PublicReads reads, Endorsers endorsers, AdvocacySettings settings) : StatementPage(reads, settings)
{
    [BindProperty(SupportsGet = true)] public int Number { get; set; }

    public int Pages { get; private set; }

    public IReadOnlyList<PublicEndorser> Listed { get; private set; } = [];

    public string AddressOf(int page) => string.Create(CultureInfo.InvariantCulture, $"{Home(Language)}/endorsers/{page}");

    protected override async Task<bool> Fill(CancellationToken ct)
    {
        Pages = ((await endorsers.Count(Id, ct)).Listed + Endorsers.PerPage - 1) / Endorsers.PerPage;
        if (Number < 1 || Number > Pages) return false;
        Listed = await endorsers.Page(Id, Number, ct);
        return true;
    }
}
