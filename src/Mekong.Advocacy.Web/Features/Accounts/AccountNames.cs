using Mekong.Advocacy.Engines.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Accounts;

/// <summary>Puts names to the actors of events, for people of the office to read.</summary>
public sealed class AccountNames(UserManager<Account> accounts, IStringLocalizer<Words> words)
{
    private readonly Dictionary<string, string> known = [];

    /// <param name="actor">An account's id, "system" or "public"; an account that is gone keeps its id.</param>
    public async Task<string> Of(string actor)
    {
        if (known.TryGetValue(actor, out var name)) return name;
        name = actor == "system" ? words["report.platform"]
            : Guid.TryParse(actor, out _) && await accounts.FindByIdAsync(actor) is { Email: { } email } ? email
            : actor;
        return known[actor] = name;
    }
}
