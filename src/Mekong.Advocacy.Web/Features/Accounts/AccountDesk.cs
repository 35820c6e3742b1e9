using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Mekong.Advocacy.Web.Features.Accounts;

/// <summary>Makes accounts and the one-time links by which their owners come in.</summary>
public sealed class AccountDesk(UserManager<Account> accounts, AdvocacySettings settings)
{
    private const string Purpose = "sign-in";

    /// <summary>The account of this address with at least this role, made where it is missing.</summary>
    /// <exception cref="StartupException">Identity refuses the address.</exception>
    public async Task<Account> Ensure(string email, string role)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account is null)
        {
            account = new Account { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true };
            Must(await accounts.CreateAsync(account));
        }
        if (!await accounts.IsInRoleAsync(account, role)) Must(await accounts.AddToRoleAsync(account, role));
        return account;
    }

    public Task<Account?> Find(string email) => accounts.FindByEmailAsync(email);

    /// <summary>Works once, for a day; making a link spends none of those made before.</summary>
    public async Task<Uri> OneTimeLink(Account account)
    {
        var token = await accounts.GenerateUserTokenAsync(account, TokenOptions.DefaultProvider, Purpose);
        return new Uri(settings.PublicUrl, $"/sign-in/{account.Id:N}/{WebEncoders.Base64UrlEncode(Convert.FromBase64String(token))}");
    }

    /// <summary>Spends the link: the account's stamp changes, and with it every link made before.</summary>
    public async Task<Account?> Redeem(Guid accountId, string link)
    {
        var account = await accounts.FindByIdAsync(accountId.ToString());
        if (account is null) return null;
        string token;
        try { token = Convert.ToBase64String(WebEncoders.Base64UrlDecode(link)); }
        catch (FormatException) { return null; }
        if (!await accounts.VerifyUserTokenAsync(account, TokenOptions.DefaultProvider, Purpose, token)) return null;
        await accounts.UpdateSecurityStampAsync(account);
        return account;
    }

    private static void Must(IdentityResult result)
    {
        if (!result.Succeeded) throw new StartupException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}
