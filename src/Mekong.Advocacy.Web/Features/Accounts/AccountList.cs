using Mekong.Advocacy.Engines.Identity;
using Microsoft.AspNetCore.Identity;

namespace Mekong.Advocacy.Web.Features.Accounts;

/// <summary>A colleague as coordinators see them: to be chosen by name.</summary>
public sealed record Colleague(Guid Id, string Name, string Email, bool HasPhone);

/// <summary>Who works here.</summary>
public sealed class AccountList(UserManager<Account> accounts)
{
    /// <summary>Everybody with an account, by name. Addresses are sealed in the database, so sorting is done here.</summary>
    public async Task<IReadOnlyList<Colleague>> All(CancellationToken ct)
    {
        var all = new List<Colleague>();
        await foreach (var account in ((IAsyncEnumerable<Account>)accounts.Users).WithCancellation(ct))
            all.Add(new Colleague(account.Id, NameOf(account), account.Email ?? "", !string.IsNullOrEmpty(account.PhoneNumber)));
        return [.. all.OrderBy(colleague => colleague.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Accounts have no other name than what stands before the @.</summary>
    public static string NameOf(Account account) => account.Email is { } email ? email[..Math.Max(1, email.IndexOf('@', StringComparison.Ordinal))] : account.Id.ToString();
}
