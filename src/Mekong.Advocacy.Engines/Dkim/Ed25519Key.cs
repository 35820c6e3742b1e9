using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Mekong.Advocacy.Engines.Dkim;

/// <summary>ed25519-sha256 (RFC 8463). .NET has no Ed25519 of its own, so the system's OpenSSL 3 is asked, on which its other keys rest on Linux.</summary>
internal sealed class Ed25519Key : SigningKey
{
    private const int Ed25519 = 1087, SeedSize = 32, SignatureSize = 64;

    // RFC 8410 §7: a PKCS#8 key without attributes is this and the seed.
    private static readonly byte[] Pkcs8 = Convert.FromHexString("302e020100300506032b657004220420");

    private readonly nint key;

    /// <exception cref="CryptographicException">The file holds no Ed25519 key, or the system has no OpenSSL 3.</exception>
    public Ed25519Key(string file)
    {
        var seed = Seed(File.ReadAllText(file));
        try { key = EVP_PKEY_new_raw_private_key(Ed25519, 0, seed, SeedSize); }
        catch (DllNotFoundException e) { throw new CryptographicException("An Ed25519 key for DKIM needs OpenSSL 3 on this system.", e); }
        finally { CryptographicOperations.ZeroMemory(seed); }
        if (key == 0) throw new CryptographicException("The Ed25519 key for DKIM was not taken.");
    }

    public override string Algorithm => "ed25519-sha256";

    /// <summary>RFC 8463 §3: what is signed is the hash.</summary>
    public override byte[] Sign(ReadOnlySpan<byte> signed)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(signed, hash);
        var signature = new byte[SignatureSize];
        nint length = SignatureSize;
        var context = EVP_MD_CTX_new();
        try
        {
            if (EVP_DigestSignInit(context, 0, 0, 0, key) == 1
                && EVP_DigestSign(context, signature, ref length, ref MemoryMarshal.GetReference(hash), hash.Length) == 1) return signature;
            throw new CryptographicException("OpenSSL did not sign.");
        }
        finally { EVP_MD_CTX_free(context); }
    }

    public override void Dispose()
    {
        if (key != 0) EVP_PKEY_free(key);
    }

    private static byte[] Seed(string pem)
    {
        var der = PemEncoding.TryFind(pem, out var found) ? Convert.FromBase64String(pem[found.Base64Data]) : [];
        return der.Length == Pkcs8.Length + SeedSize && der.AsSpan().StartsWith(Pkcs8)
            ? der[Pkcs8.Length..] : throw new CryptographicException("The second DKIM key is not Ed25519 in PKCS#8.");
    }

    private const string Library = "libcrypto.so.3";

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint EVP_PKEY_new_raw_private_key(int type, nint engine, byte[] seed, nint length);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void EVP_PKEY_free(nint key);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint EVP_MD_CTX_new();

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void EVP_MD_CTX_free(nint context);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_DigestSignInit(nint context, nint keyContext, nint digest, nint engine, nint key);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_DigestSign(nint context, byte[] signature, ref nint signatureLength, ref byte data, nint length);
}
