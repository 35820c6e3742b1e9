using System.Security.Claims;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Accounts;

/// <summary>Address and password. Unknown address and wrong password get the same answer after the same work.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken] // checked here, so that a refusal loses nothing that the page carries
public sealed class SignInModel(SignInManager<Account> door, UserManager<Account> accounts, CarriedForms carried, IAntiforgery antiforgery) : PageModel
{
    private static readonly Refusal NotRight = new("account.sign-in-not-right", "password"), NotYet = new("account.not-signed-in-yet");
    private static readonly string SomeHash = new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString());

    public IReadOnlyList<Refusal> Faults { get; private set; } = [];

    [BindProperty] public string? Email { get; set; }

    [BindProperty] public string? Password { get; set; }

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    /// <summary>A form that somebody sent after the session had ended, sealed.</summary>
    [BindProperty] public string? Carried { get; set; }

    public void OnGet() => Carried = CarriedForms.In(HttpContext);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsOurs()) return Again(KeptForms.PageWasOld);
        if (await Right() is not { } account) return Again(NotRight);
        return await Welcome(account.Id, ct);
    }

    /// <summary>Whoever has signed in elsewhere in this browser, by a one-time link, goes on from here.</summary>
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken ct)
    {
        if (!await IsOurs()) return Again(KeptForms.PageWasOld);
        return Actor.From(User).AccountId is { } account ? await Welcome(account, ct) : Again(NotYet);
    }

    private async Task<IActionResult> Welcome(Guid accountId, CancellationToken ct) =>
        LocalRedirect(await carried.Receive(Carried, accountId, ct) ?? (Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/workspace"));

    private PageResult Again(Refusal why)
    {
        Faults = [why];
        return Page();
    }

    /// <summary>The page may have been made before one signed in elsewhere, and then its token is a stranger's; it is ours all the same.</summary>
    private async Task<bool> IsOurs()
    {
        if (await antiforgery.IsRequestValidAsync(HttpContext)) return true;
        var user = User;
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());
        try { return await antiforgery.IsRequestValidAsync(HttpContext); }
        finally { HttpContext.User = user; }
    }

    private async Task<Account?> Right()
    {
        if (await accounts.FindByEmailAsync(Email ?? "") is { } account)
            return (await door.PasswordSignInAsync(account, Password ?? "", isPersistent: false, lockoutOnFailure: true)).Succeeded ? account : null;
        new PasswordHasher<Account>().VerifyHashedPassword(new Account(), SomeHash, Password ?? ""); // an unknown address costs the same work
        return null;
    }
}
