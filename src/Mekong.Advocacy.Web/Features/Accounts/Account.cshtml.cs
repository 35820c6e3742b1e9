using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Accounts;

/// <summary>One's own account: a password for next time, and the way out.</summary>
public sealed class AccountModel(
    IMediator mediator, IStringLocalizer<Words> words, UserManager<Account> accounts, SignInManager<Account> door) : WorkspacePage(mediator, words)
{
    public string Email { get; private set; } = "";

    public bool Changed { get; private set; }

    public async Task OnGetAsync() => Email = (await accounts.GetUserAsync(User))?.Email ?? "";

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        var account = (await accounts.GetUserAsync(User))!;
        Email = account.Email ?? "";
        var result = await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), password ?? "");
        Faults = result.Succeeded ? [] : [new Refusal("account.password-too-short", "password")];
        Changed = result.Succeeded;
        if (Changed) await door.RefreshSignInAsync(account);
        return Page();
    }

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await door.SignOutAsync();
        return LocalRedirect("/");
    }
}
