using System.IO.Compression;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Statements.Packages;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Keeps packages as they were made, sealed: an office's copy names to it who is named to nobody else.</summary>
public sealed class PackageShelf(ITables tables, IVault vault)
{
    private sealed record Row(long Number, byte[] ContentSealed);

    public Task Keep(Guid statementId, PackageMade made, byte[] zip, CancellationToken ct) => tables.Execute("""
        insert into advocacy.packages (id, statement_id, addressee, hash, made_at, content_sealed) values (@PackageId, @statementId, @Addressee, @Hash, @At, @content)
        on conflict (id) do nothing
        """, new { made.PackageId, statementId, made.Addressee, made.Hash, made.At, content = vault.Seal(Convert.ToBase64String(zip)) }, ct);

    /// <summary>The zip file, byte for byte as it was made; null: there is none of this id.</summary>
    public async Task<byte[]?> Take(Guid packageId, CancellationToken ct) => (await Find(packageId, null, ct))?.Zip;

    /// <summary>By the number that stands in the office's link.</summary>
    public async Task<byte[]?> Take(long number, CancellationToken ct) => (await Find(null, number, ct))?.Zip;

    /// <summary>Its number, and its printed form where it has one.</summary>
    public async Task<(long Number, byte[]? Pdf)?> ForMail(Guid packageId, CancellationToken ct)
    {
        if (await Find(packageId, null, ct) is not { } found) return null;
        using var zip = new ZipArchive(new MemoryStream(found.Zip));
        if (zip.GetEntry(PackagePrint.Name) is not { } entry) return (found.Number, null);
        using var pdf = new MemoryStream();
        await using (var from = await entry.OpenAsync(ct)) await from.CopyToAsync(pdf, ct);
        return (found.Number, pdf.ToArray());
    }

    private async Task<(long Number, byte[] Zip)?> Find(Guid? id, long? number, CancellationToken ct) =>
        await tables.Query<Row>("select number, content_sealed from advocacy.packages where id = @id or number = @number", new { id, number }, ct) is [var row]
            ? (row.Number, Convert.FromBase64String(vault.Open(row.ContentSealed))) : null;
}
