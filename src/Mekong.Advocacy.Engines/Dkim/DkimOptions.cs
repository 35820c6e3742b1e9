namespace Mekong.Advocacy.Engines.Dkim;

/// <summary>Which key signs, and where its public half stands: SELECTOR._domainkey.DOMAIN.</summary>
/// <param name="KeyFile">PEM, PKCS#1 or PKCS#8, not encrypted, 1,024 bits or more.</param>
public sealed record DkimOptions(string Domain, string Selector, string KeyFile);
