using System.Security.Claims;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Identity;
using Microsoft.AspNetCore.Identity;

namespace Mekong.Advocacy.Web.Features.Notices;

/// <summary>The language in which an account is written to: a claim its owner sets; English until then.</summary>
public sealed class AccountLanguage(UserManager<Account> accounts)
{
    private const string Kind = "language";

    public async Task<string> Of(Account account) =>
        (await accounts.GetClaimsAsync(account)).Where(claim => claim.Type == Kind).Select(claim => claim.Value).Where(Language.IsKnown).LastOrDefault(Language.English);

    /// <summary>A language that nobody publishes changes nothing.</summary>
    public async Task Set(Account account, string language)
    {
        if (!Language.IsKnown(language)) return;
        var old = (await accounts.GetClaimsAsync(account)).Where(claim => claim.Type == Kind).ToList();
        if (old.Count > 0) await accounts.RemoveClaimsAsync(account, old);
        await accounts.AddClaimAsync(account, new Claim(Kind, language));
    }
}
