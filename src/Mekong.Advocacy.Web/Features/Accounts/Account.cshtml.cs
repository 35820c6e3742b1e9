using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Messages;
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

    /// <summary>For trial messages; sealed in the database like the address.</summary>
    public string? Phone { get; private set; }

    /// <summary>What was just done with the number: a key of the words.</summary>
    public string? PhoneDone { get; private set; }

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

    public async Task<IActionResult> OnPostPhoneAsync(string? phone)
    {
        var account = (await accounts.GetUserAsync(User))!;
        await Describe(account);
        var read = PhoneNumbers.Read(phone);
        Phone = phone;
        var empty = string.IsNullOrWhiteSpace(phone);
        Faults = empty || read.E164 is not null ? [] : [new Refusal("account.bad-phone", "phone")];
        if (Faults.Count > 0) return Page();
        account.PhoneNumber = Phone = read.E164;
        await accounts.UpdateAsync(account);
        PhoneDone = empty ? "account.phone-removed" : "account.phone-set";
        return Page();
    }

    private async Task Describe(Account account) =>
        (Email, Phone, MailLanguage) = (account.Email ?? "", account.PhoneNumber, await languages.Of(account));

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await door.SignOutAsync();
        return LocalRedirect("/");
    }
}
