using Mekong.Advocacy.Engines.Seams;
using Microsoft.AspNetCore.Identity;

namespace Mekong.Advocacy.Engines.Identity;

/// <summary>Lets Identity keep addresses sealed and find them by keyed hash.</summary>
internal sealed class SealedPersonalData(IVault vault) : IPersonalDataProtector, ILookupProtector, ILookupProtectorKeyRing
{
    public string CurrentKeyId => "vault";

    public string this[string keyId] => keyId;

    public IEnumerable<string> GetAllKeyIds() => [CurrentKeyId];

    public string? Protect(string? data) => data is null ? null : Convert.ToBase64String(vault.Seal(data));

    public string? Unprotect(string? data) => data is null ? null : vault.Open(Convert.FromBase64String(data));

    public string? Protect(string keyId, string? data) => data is null ? null : Convert.ToHexStringLower(vault.Fingerprint(data));

    /// <summary>A keyed hash has no way back; Identity never asks for one.</summary>
    public string? Unprotect(string keyId, string? data) => data;
}
