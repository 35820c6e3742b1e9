using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>A paper as it was uploaded.</summary>
public sealed record EvidenceFile(Guid Id, string MediaType, byte[] Bytes)
{
    public string Name => $"evidence-{Id:N}.{MediaType switch { "application/pdf" => "pdf", "image/png" => "png", _ => "jpg" }}";
}

/// <summary>Keeps papers sealed: PDF, PNG and JPEG, known by their first bytes and not by what they are called.</summary>
public sealed class EvidenceFiles(ITables tables, IVault vault, TimeProvider clock)
{
    public const int Largest = 5 * 1024 * 1024;

    /// <summary>Null when it is kept under this id; keeping it again changes nothing.</summary>
    public async Task<Refusal?> Keep(Guid id, ReadOnlyMemory<byte> bytes, string by, CancellationToken ct)
    {
        if (bytes.Length > Largest) return FocalPointRefusals.FileTooLarge.At("evidence", "5");
        if (MediaTypeOf(bytes.Span) is not { } mediaType) return FocalPointRefusals.FileNotKnown;
        await tables.Execute("""
            insert into advocacy.files (id, media_type, size, sealed, uploaded_by, uploaded_at) values (@id, @mediaType, @size, @content, @by, @at)
            on conflict (id) do nothing
            """, new { id, mediaType, size = bytes.Length, content = vault.Seal(Convert.ToBase64String(bytes.Span)), by, at = clock.GetUtcNow() }, ct);
        return null;
    }

    public async Task<bool> Exists(Guid id, CancellationToken ct) =>
        (await tables.Query<int>("select 1 from advocacy.files where id = @id", new { id }, ct)).Count > 0;

    public async Task<EvidenceFile?> Find(Guid id, CancellationToken ct) =>
        await tables.Query<Row>("select media_type, sealed from advocacy.files where id = @id", new { id }, ct) is [var row]
            ? new(id, row.MediaType, Convert.FromBase64String(vault.Open(row.Sealed))) : null;

    /// <summary>Null: none of the kinds that are taken.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? "application/pdf"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : null;

    private sealed record Row(string MediaType, byte[] Sealed);
}
