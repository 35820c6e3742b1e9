using System.Security.Cryptography;

namespace Mekong.Advocacy.Domain.SignOns;

/// <summary>One stream for each endorser of each statement: two attempts at once meet there, and only one is the first.</summary>
public static class SignOnId
{
    /// <summary>A UUID of version 8 (RFC 9562 §5.8) from the first 128 bits of SHA-256 over both ids.</summary>
    public static Guid Of(Guid statementId, Guid endorserId)
    {
        Span<byte> both = stackalloc byte[32];
        statementId.TryWriteBytes(both, bigEndian: true, out _);
        endorserId.TryWriteBytes(both[16..], bigEndian: true, out _);
        var id = SHA256.HashData(both)[..16];
        id[6] = (byte)(id[6] & 0x0F | 0x80);
        id[8] = (byte)(id[8] & 0x3F | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
