using System.Buffers;
using System.Buffers.Text;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Base64 in lines of 76 characters (RFC 2045 §6.8), without a break at its end.</summary>
internal static class Base64Lines
{
    private const int Bytes = 57, Letters = 76;

    public static void Write(ReadOnlySpan<byte> bytes, ArrayBufferWriter<byte> output)
    {
        while (bytes.Length > Bytes)
        {
            var line = output.GetSpan(Letters + 2);
            Base64.EncodeToUtf8(bytes[..Bytes], line, out _, out _);
            "\r\n"u8.CopyTo(line[Letters..]);
            output.Advance(Letters + 2);
            bytes = bytes[Bytes..];
        }
        Base64.EncodeToUtf8(bytes, output.GetSpan(Letters), out _, out var last);
        output.Advance(last);
    }
}
