using System.Buffers;
using System.Text;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Short ways to put bytes and ASCII text into a message's buffer.</summary>
internal static class AsciiOutput
{
    public static ArrayBufferWriter<byte> Add(this ArrayBufferWriter<byte> output, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(output.GetSpan(bytes.Length));
        output.Advance(bytes.Length);
        return output;
    }

    /// <param name="text">ASCII: whoever takes it in has made sure of that.</param>
    public static ArrayBufferWriter<byte> Add(this ArrayBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        output.Advance(Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length)));
        return output;
    }

    public static ArrayBufferWriter<byte> AddUtf8(this ArrayBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        output.Advance(Encoding.UTF8.GetBytes(text, output.GetSpan(3 * text.Length)));
        return output;
    }
}
