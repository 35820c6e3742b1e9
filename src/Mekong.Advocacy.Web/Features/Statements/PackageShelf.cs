using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Keeps packages as they were made, sealed: an office's copy names to it who is named to nobody else.</summary>
public sealed class PackageShelf(ITables tables, IVault vault)
{
    private sealed record Row(byte[] ContentSealed);

    public Task Keep(Guid statementId, PackageMade made, byte[] zip, CancellationToken ct) => tables.Execute("""
        insert into advocacy.packages (id, statement_id, addressee, hash, made_at, content_sealed) values (@PackageId, @statementId, @Addressee, @Hash, @At, @content)
        on conflict (id) do nothing
        """, new { made.PackageId, statementId, made.Addressee, made.Hash, made.At, content = vault.Seal(Convert.ToBase64String(zip)) }, ct);

    /// <summary>The zip file, byte for byte as it was made; null: there is none of this id.</summary>
    public async Task<byte[]?> Take(Guid packageId, CancellationToken ct) =>
        await tables.Query<Row>("select content_sealed from advocacy.packages where id = @packageId", new { packageId }, ct) is [var row]
            ? Convert.FromBase64String(vault.Open(row.ContentSealed)) : null;
}
