using System.Text;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>
/// The fingerprint of who signed: SHA-256(salt ‖ identity). Who has the salt can check a name against the register; who has not learns nothing,
/// so a sealed endorser is counted without being named. The salt is 16 random bytes, kept secret, one for each endorser of each statement:
/// with the same salt elsewhere, the same organisation could be recognised.
/// </summary>
public static class EndorserCommitment
{
    public const int SaltLength = 16;

    /// <param name="names">Language and name; their order means nothing, and composed and decomposed letters are the same.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(byte[] salt, Guid endorserId, IReadOnlyList<(string Language, string Name)> names, string country)
    {
        var identity = new CanonicalLines("mekong-endorser:v1").Add("id", endorserId.ToString()).Add("country", country);
        foreach (var (language, name) in Ordered(names)) identity.Add("name", language, name);
        return Digest.Of([.. Checked(salt), .. identity.Bytes()]).ToString();
    }

    /// <summary>
    /// A sign-on's id as the register shows it. An id that follows from the statement and the organisation would tell everybody who knows the
    /// organisation that it signed; this one follows from the salt too.
    /// </summary>
    public static Guid PublicSignOnId(byte[] salt, Guid signOnId)
    {
        var hash = Digest.Of([.. "mekong-sign-on:v1\n"u8, .. Checked(salt), .. signOnId.ToByteArray(bigEndian: true)]).Bytes[..16].ToArray();
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0F) | 0x80), (byte)((hash[8] & 0x3F) | 0x80)); // UUID version 8, RFC 9562
        return new Guid(hash, bigEndian: true);
    }

    /// <summary>Names in the order and form in which they are hashed and packed.</summary>
    public static IEnumerable<(string Language, string Name)> Ordered(IEnumerable<(string Language, string Name)> names) => names
        .Select(name => (name.Language, Name: name.Name.Normalize(NormalizationForm.FormC)))
        .OrderBy(name => name.Language, StringComparer.Ordinal).ThenBy(name => name.Name, StringComparer.Ordinal);

    private static byte[] Checked(byte[] salt) =>
        salt.Length == SaltLength ? salt : throw new ArgumentException($"A salt has {SaltLength} bytes.", nameof(salt));
}
