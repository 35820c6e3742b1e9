using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>
/// What an opt-out link leads to. Opening it changes nothing, because mail scanners follow links; a POST does, from the button or from a
/// mail program (RFC 8058 one-click: no cookie, no login, no redirect, as often as one likes).
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class UnsubscribeModel(Links links, ITables tables, IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";

    public string Channel { get; private set; } = "";

    public bool Done { get; private set; }

    /// <summary>The link came with a trial: it stands for nobody, and nothing can be stopped with it.</summary>
    public bool IsTrial => Token == Links.Trial;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (IsTrial) return Page();
        if (await OptOut.Target(Token, links, tables, ct) is not { } target) return NotFound();
        Channel = target.Channel;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (IsTrial) return Page();
        if (await OptOut.Target(Token, links, tables, ct) is not { } target) return NotFound();
        await mediator.Send(new WithdrawConsent(target.PersonId, target.ContactPointId, Request.HasFormContentType && Request.Form["List-Unsubscribe"] == "One-Click" ? "one-click" : "page"), ct);
        Done = true;
        return Page();
    }
}
