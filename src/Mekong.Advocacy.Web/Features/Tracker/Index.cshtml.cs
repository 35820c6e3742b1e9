using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>What was asked, promised and done: everywhere, in a country, or by one authority.</summary>
[AllowAnonymous]
[PublicPage("commitment", "recommendation", "authority", "forum")]
public sealed class IndexModel(TrackerReads reads) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Language { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string? Country { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? Authority { get; set; }

    public TrackerScope Scope => new(Country, Authority);

    /// <summary>Of everything: what one may go on to.</summary>
    public TrackerView All { get; private set; } = null!;

    public TrackerView View { get; private set; } = null!;

    public TrackerCurve? Curve { get; private set; }

    public Wording? Of => Authority is not null ? View.Authorities.First().Name(Language) : Country is not null ? new(Language, WordsIn.Country(Language, Country)) : null;

    public string Home => $"/{Language}/tracker";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        All = await reads.All(ct);
        View = All.In(Scope);
        if (Scope.Path.Length > 0 && !View.Authorities.Any()) return NotFound();
        Curve = TrackerCurve.Of(await reads.Changes(View, ct), reads.Now);
        return Page();
    }
}
