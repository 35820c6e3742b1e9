using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Engines.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Accounts;

/// <summary>Address and password. Unknown address and wrong password get the same answer after the same work.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInManager<Account> door, UserManager<Account> accounts) : PageModel
{
    private static readonly Refusal NotRight = new("account.sign-in-not-right", "password");
    private static readonly string SomeHash = new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString());

    public IReadOnlyList<Refusal> Faults { get; private set; } = [];

    [BindProperty] public string? Email { get; set; }

    [BindProperty] public string? Password { get; set; }

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await IsRight()) return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/workspace");
        Faults = [NotRight];
        return Page();
    }

    private async Task<bool> IsRight()
    {
        if (await accounts.FindByEmailAsync(Email ?? "") is { } account)
            return (await door.PasswordSignInAsync(account, Password ?? "", isPersistent: false, lockoutOnFailure: true)).Succeeded;
        new PasswordHasher<Account>().VerifyHashedPassword(new Account(), SomeHash, Password ?? ""); // an unknown address costs the same work
        return false;
    }
}
