using System.Security.Cryptography;
using System.Text;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Vault;

/// <summary>AES-256-GCM: key number (1 byte), nonce (12), tag (16), ciphertext.</summary>
internal sealed class AesVault(KeyRing ring) : IVault
{
    private const int NonceSize = 12, TagSize = 16, Head = 1 + NonceSize + TagSize;

    private readonly ThreadKeys keys = new(ring, TagSize);

    public byte[] Seal(string value)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var sealedValue = new byte[Head + plain.Length];
        sealedValue[0] = ring.Current;
        RandomNumberGenerator.Fill(sealedValue.AsSpan(1, NonceSize));
        keys.Sealing(ring.Current)!.Encrypt(sealedValue.AsSpan(1, NonceSize), plain, sealedValue.AsSpan(Head), sealedValue.AsSpan(1 + NonceSize, TagSize));
        return sealedValue;
    }

    public string Open(byte[] sealedValue)
    {
        if (sealedValue.Length < Head || keys.Sealing(sealedValue[0]) is not { } key)
            throw new CryptographicException("Sealed with a key that this installation does not have.");
        var length = sealedValue.Length - Head;
        var plain = length <= 512 ? stackalloc byte[length] : new byte[length];
        key.Decrypt(sealedValue.AsSpan(1, NonceSize), sealedValue.AsSpan(Head), sealedValue.AsSpan(1 + NonceSize, TagSize), plain);
        return Encoding.UTF8.GetString(plain);
    }

    public byte[] Fingerprint(string value) => keys.Fingerprinting.ComputeHash(Encoding.UTF8.GetBytes(value));

    public byte[] Sign(string purpose, string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        keys.Signing.TryComputeHash(Encoding.UTF8.GetBytes($"{purpose}\n{text}"), hash, out _);
        return hash[..16].ToArray();
    }
}
