using Mekong.Advocacy.Web.Hosting.PublicPages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>Every statement that the public may know of: what can be signed first.</summary>
[AllowAnonymous]
[PublicPage("statement", "sign-on")]
public sealed class IndexModel(PublicReads reads, Endorsers endorsers) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Language { get; set; } = "";

    public IReadOnlyList<(PublicStatement Statement, PublicCounts Counts)> Listed { get; private set; } = [];

    public DateTimeOffset Now => reads.Now;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var listed = new List<(PublicStatement, PublicCounts)>();
        foreach (var statement in await reads.All(ct)) listed.Add((statement, await endorsers.Count(statement.Row.Id, ct)));
        Listed = listed;
    }
}
