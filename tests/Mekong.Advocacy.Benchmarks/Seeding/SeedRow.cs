using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Benchmarks.Seeding;

/// <summary>A reader with what the vault made of them.</summary>
internal sealed record SeedRow(Reader Reader, byte[] Name, byte[] Address, byte[] Fingerprint, byte[] Words)
{
    public static SeedRow Of(Reader reader, IVault vault) => new(
        reader, vault.Seal(reader.Name), vault.Seal(reader.Email), vault.Fingerprint($"email:{reader.Email}"), vault.Seal("form"));
}
