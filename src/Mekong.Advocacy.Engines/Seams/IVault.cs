namespace Mekong.Advocacy.Engines.Seams;

/// <summary>Seals personal data under keys that are kept outside the database. A stolen dump names nobody.</summary>
public interface IVault
{
    /// <summary>AES-256-GCM under the current key; the key's number travels with the result.</summary>
    byte[] Seal(string value);

    /// <exception cref="System.Security.Cryptography.CryptographicException">Not sealed here, or changed since.</exception>
    string Open(byte[] sealedValue);

    /// <summary>A keyed hash for look-ups, the same for the same value for ever: HMAC-SHA256, 32 bytes.</summary>
    byte[] Fingerprint(string value);

    /// <summary>An unguessable mark that we made this text for this purpose: 16 bytes of a keyed hash.</summary>
    byte[] Sign(string purpose, string text);
}
