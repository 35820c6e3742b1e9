using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Sharing;

namespace Mekong.Advocacy.Web.Features.Accounts;

/// <summary>For whom a token stands.</summary>
public sealed record TokenOwner(Guid AccountId, string[] Roles);

/// <summary>Whose tokens these are, with their roles of this moment; those that are asked for at once in one round trip.</summary>
public sealed class TokenOwners(ITables tables)
{
    private readonly Together<byte[], TokenOwner?> together = new((hashes, ct) => Of(tables, hashes, ct));

    public Task<TokenOwner?> Of(byte[] hash, CancellationToken ct) => together.Ask(hash, ct);

    private static async Task<IReadOnlyList<TokenOwner?>> Of(ITables tables, IReadOnlyList<byte[]> hashes, CancellationToken ct)
    {
        var owners = (await tables.Query<Owned>("""
            select t.hash, t.account_id, array(
              select r."Name" from identity."AspNetUserRoles" u join identity."AspNetRoles" r on r."Id" = u."RoleId" where u."UserId" = t.account_id) as roles
            from advocacy.api_tokens t where t.hash = any(@hashes)
            """, new { hashes = hashes.DistinctBy(Convert.ToHexString).ToArray() }, ct)).ToDictionary(one => Convert.ToHexString(one.Hash));
        return [.. hashes.Select(hash => owners.TryGetValue(Convert.ToHexString(hash), out var one) ? new TokenOwner(one.AccountId, one.Roles) : null)];
    }

    private sealed record Owned(byte[] Hash, Guid AccountId, string[] Roles);
}
