using Mekong.Advocacy.Engines.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Accounts;

/// <summary>A one-time link. Opening it shows a button; only pressing the button spends it, because scanners open links.</summary>
[AllowAnonymous]
public sealed class SignInLinkModel(AccountDesk desk, SignInManager<Account> door) : PageModel
{
    public bool Spent { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid account, string link)
    {
        if (await desk.Redeem(account, link) is not { } owner)
        {
            Spent = true;
            return Page();
        }
        await door.SignInAsync(owner, isPersistent: false);
        return LocalRedirect("/workspace");
    }
}
