using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Mekong.Advocacy.Engines.Vault;

/// <summary>The ring's keys made ready once per thread: setting one up costs more than using it, and none may be used by two at once. They go with their thread.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Whoever was given the vault may use it to the process's end; the keys are freed with their threads.")]
internal sealed class ThreadKeys(KeyRing ring, int tagSize)
{
    private readonly ThreadLocal<Dictionary<byte, AesGcm>> sealing = new(() => []);
    private readonly ThreadLocal<HMACSHA256> fingerprinting = new(() => new(ring.Fingerprinting));
    private readonly ThreadLocal<HMACSHA256> signing = new(() => new(ring.Signing));

    public HMACSHA256 Fingerprinting => fingerprinting.Value!;

    public HMACSHA256 Signing => signing.Value!;

    /// <summary>Null where this installation does not have the key.</summary>
    public AesGcm? Sealing(byte number)
    {
        if (sealing.Value!.TryGetValue(number, out var ready)) return ready;
        return ring.Sealing.TryGetValue(number, out var key) ? sealing.Value[number] = new AesGcm(key, tagSize) : null;
    }
}
