using System.Globalization;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>The bytes of a register's line, and its leaf hash SHA-256(0x00 ‖ bytes) as in RFC 9162 §2.1. Never changed: a new form is a new heading.</summary>
public static class EntryForm
{
    public const byte LeafKind = 0x00;

    public static byte[] Bytes(RegisterEntry entry) => new CanonicalLines("mekong-entry:v1")
        .Add("act", entry.Act.Name())
        .Add("statement", entry.StatementId.ToString())
        .Add("version", entry.TextVersion.ToString(CultureInfo.InvariantCulture))
        .Add("text", Digest.Parse(entry.TextHash).ToString())
        .Add("language", entry.Language)
        .Add("sign-on", entry.SignOnId.ToString())
        .Add("endorser", Digest.Parse(entry.Endorser).ToString())
        .Add("at", Instant(entry.At))
        .Add("reason", entry.Reason)
        .Bytes();

    public static Digest Leaf(RegisterEntry entry) => Digest.Of(LeafKind, Bytes(entry));

    /// <summary>ISO 8601 in UTC with milliseconds; what is finer is cut off.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Null when it is not exactly as <see cref="Instant"/> writes it.</summary>
    public static DateTimeOffset? ReadInstant(string text) => DateTimeOffset.TryParseExact(
        text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
