using System.Security.Cryptography;
using System.Text;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace Mekong.Advocacy.Web.Features.Accounts;

/// <summary>API tokens: 256 random bits, shown once, kept as a hash.</summary>
public sealed class ApiTokens(ITables tables, TokenOwners owners, TimeProvider clock)
{
    private const string Prefix = "mka_";

    /// <exception cref="StartupException">The account has a token of this name already.</exception>
    public async Task<string> Create(Guid accountId, string name, CancellationToken ct)
    {
        var token = Prefix + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var made = await tables.Execute("""
            insert into advocacy.api_tokens (id, account_id, name, hash, created_at) values (@id, @accountId, @name, @hash, @now)
            on conflict (account_id, name) do nothing
            """, new { id = Guid.CreateVersion7(), accountId, name, hash = Hash(token), now = clock.GetUtcNow() }, ct);
        return made == 1 ? token : throw new StartupException($"This account has a token named {name} already: choose another name.");
    }

    /// <summary>The account that owns the token, with its roles of this moment; null: nobody's.</summary>
    public Task<TokenOwner?> Owner(string token, CancellationToken ct) => owners.Of(Hash(token), ct);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
