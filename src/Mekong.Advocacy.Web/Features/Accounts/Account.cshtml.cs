using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Web.Features.Notices;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Accounts;

/// <summary>One's own account: a password for next time, and the way out.</summary>
public sealed class AccountModel(
    IMediator mediator, IStringLocalizer<Words> words, UserManager<Account> accounts, SignInManager<Account> door, AccountLanguage languages) : WorkspacePage(mediator, words)
{
    public string Email { get; private set; } = "";

    public bool Changed { get; private set; }

    /// <summary>In which notices come to this account.</summary>
    public string MailLanguage { get; private set; } = "";

    public async Task OnGetAsync()
    {
        if (await accounts.GetUserAsync(User) is { } account) await Describe(account);
    }

    public async Task<IActionResult> OnPostLanguageAsync(string? language)
    {
        await languages.Set((await accounts.GetUserAsync(User))!, language ?? "");
        return Redirect("/workspace/account");
    }

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        var account = (await accounts.GetUserAsync(User))!;
        await Describe(account);
        var result = await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), password ?? "");
        Faults = result.Succeeded ? [] : [new Refusal("account.password-too-short", "password")];
        Changed = result.Succeeded;
        if (Changed) await door.RefreshSignInAsync(account);
        return Page();
    }

    private async Task Describe(Account account) => (Email, MailLanguage) = (account.Email ?? "", await languages.Of(account));

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await door.SignOutAsync();
        return LocalRedirect("/");
    }
}
