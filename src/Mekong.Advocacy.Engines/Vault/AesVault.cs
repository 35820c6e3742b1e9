using System.Security.Cryptography;
using System.Text;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Vault;

/// <summary>AES-256-GCM: key number (1 byte), nonce (12), tag (16), ciphertext.</summary>
internal sealed class AesVault(KeyRing ring) : IVault
{
    private const int NonceSize = 12, TagSize = 16, Head = 1 + NonceSize + TagSize;

    public byte[] Seal(string value)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var sealedValue = new byte[Head + plain.Length];
        sealedValue[0] = ring.Current;
        RandomNumberGenerator.Fill(sealedValue.AsSpan(1, NonceSize));
        using var aes = new AesGcm(ring.Sealing[ring.Current], TagSize);
        aes.Encrypt(sealedValue.AsSpan(1, NonceSize), plain, sealedValue.AsSpan(Head), sealedValue.AsSpan(1 + NonceSize, TagSize));
        return sealedValue;
    }

    public string Open(byte[] sealedValue)
    {
        if (sealedValue.Length < Head || !ring.Sealing.TryGetValue(sealedValue[0], out var key))
            throw new CryptographicException("Sealed with a key that this installation does not have.");
        var plain = new byte[sealedValue.Length - Head];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(sealedValue.AsSpan(1, NonceSize), sealedValue.AsSpan(Head), sealedValue.AsSpan(1 + NonceSize, TagSize), plain);
        return Encoding.UTF8.GetString(plain);
    }

    public byte[] Fingerprint(string value) => HMACSHA256.HashData(ring.Fingerprinting, Encoding.UTF8.GetBytes(value));

    public byte[] Sign(string purpose, string text) =>
        HMACSHA256.HashData(ring.Signing, Encoding.UTF8.GetBytes($"{purpose}\n{text}"))[..16];
}
