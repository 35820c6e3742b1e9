using System.Globalization;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Calendars;

/// <summary>Addresses for a calendar program: one's own, which can be taken back, and those for everybody.</summary>
public sealed class IndexModel(CalendarLinks links, DialogueReads dialogues) : PageModel
{
    public string? Token { get; private set; }

    public IReadOnlyList<ForumRow> Forums { get; private set; } = [];

    public string Language => CultureInfo.CurrentUICulture.Name;

    public string Own(string what = "") => links.Address(Language, Token!, what);

    public string Public(string what) => links.PublicAddress(Language, what);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Token = await links.Of(Actor.From(User).AccountId!.Value, ct);
        Forums = await dialogues.Forums(ct);
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken ct)
    {
        await links.Make(Actor.From(User).AccountId!.Value, ct);
        return Redirect(Request.Path);
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken ct)
    {
        await links.Revoke(Actor.From(User).AccountId!.Value, ct);
        return Redirect(Request.Path);
    }
}
