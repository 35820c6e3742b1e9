namespace Mekong.Advocacy.Engines.Dkim;

/// <summary>Which keys sign, and where their public halves stand: SELECTOR._domainkey.DOMAIN.</summary>
/// <param name="KeyFile">RSA as PEM, PKCS#1 or PKCS#8, not encrypted, 1,024 bits or more.</param>
/// <param name="Second">An Ed25519 key that signs beside it (RFC 8463): receivers who know it need not trust RSA for ever.</param>
public sealed record DkimOptions(string Domain, string Selector, string KeyFile, DkimSecondKey? Second = null);

/// <summary>The second key, under a selector of its own.</summary>
/// <param name="KeyFile">Ed25519 as PEM, PKCS#8, not encrypted: what openssl genpkey -algorithm ed25519 writes.</param>
public sealed record DkimSecondKey(string Selector, string KeyFile);
