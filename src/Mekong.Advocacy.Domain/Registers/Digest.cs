using System.Security.Cryptography;
using System.Text;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>A SHA-256 value. It compares by content and is written as 64 lower-case hexadecimal digits.</summary>
public sealed class Digest : IEquatable<Digest>
{
    /// <summary>Refuses half characters instead of hashing a replacement for them.</summary>
    internal static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] bytes;

    private Digest(byte[] bytes) => this.bytes = bytes;

    public ReadOnlySpan<byte> Bytes => bytes;

    public static Digest Of(ReadOnlySpan<byte> content) => new(SHA256.HashData(content));

    public static Digest Of(string text) => Of(Utf8.GetBytes(text));

    /// <summary>Of one byte that says what is hashed, and then the parts: a leaf can never be read as a node.</summary>
    public static Digest Of(byte kind, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default)
    {
        var all = new byte[1 + first.Length + second.Length];
        all[0] = kind;
        first.CopyTo(all.AsSpan(1));
        second.CopyTo(all.AsSpan(1 + first.Length));
        return Of(all);
    }

    public static bool IsHex(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Null when the text is not 64 lower-case hexadecimal digits.</summary>
    public static Digest? Read(string? hex) => IsHex(hex) ? new(Convert.FromHexString(hex!)) : null;

    public static Digest Parse(string hex) => Read(hex) ?? throw new FormatException("A digest is 64 lower-case hexadecimal digits.");

    public bool Equals(Digest? other) => other is not null && bytes.AsSpan().SequenceEqual(other.bytes);

    public override bool Equals(object? obj) => Equals(obj as Digest);

    public override int GetHashCode() => BitConverter.ToInt32(bytes);

    public override string ToString() => Convert.ToHexStringLower(bytes);
}
