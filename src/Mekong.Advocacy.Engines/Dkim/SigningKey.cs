using System.Security.Cryptography;

namespace Mekong.Advocacy.Engines.Dkim;

/// <summary>One private key and what a signature says of it.</summary>
internal abstract class SigningKey : IDisposable
{
    /// <summary>The a= tag.</summary>
    public abstract string Algorithm { get; }

    public abstract byte[] Sign(ReadOnlySpan<byte> signed);

    public abstract void Dispose();
}

/// <summary>rsa-sha256; one key object per thread, since none may be used by two at once.</summary>
internal sealed class RsaKey : SigningKey
{
    private readonly ThreadLocal<RSA> key;

    /// <exception cref="CryptographicException">The key cannot sign or is too short to be believed (RFC 8301 §3.2).</exception>
    public RsaKey(string file)
    {
        var pem = File.ReadAllText(file);
        key = new ThreadLocal<RSA>(() => Import(pem));
        if (key.Value!.KeySize < 1024) throw new CryptographicException("A DKIM key has 1,024 bits or more.");
        Sign([]);
    }

    public override string Algorithm => "rsa-sha256";

    public override byte[] Sign(ReadOnlySpan<byte> signed) => key.Value!.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public override void Dispose() => key.Dispose();

    private static RSA Import(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa;
    }
}
