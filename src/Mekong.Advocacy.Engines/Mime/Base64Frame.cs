using System.Buffers;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Literals in UTF-8, filled with the values and encoded as one: base64 knows no places to cut at.</summary>
internal sealed class Base64Frame(string[] texts) : EncodedFrame
{
    [ThreadStatic] private static ArrayBufferWriter<byte>? filled;

    private readonly byte[][] literals = [.. texts.Select(text => System.Text.Encoding.UTF8.GetBytes(text))];

    public override ReadOnlySpan<byte> Encoding => "base64"u8;

    public override void Write(IReadOnlyList<string> values, ArrayBufferWriter<byte> output)
    {
        var text = filled ??= new ArrayBufferWriter<byte>(16 * 1024);
        text.ResetWrittenCount();
        text.Add(literals[0]);
        for (var i = 1; i < literals.Length; i++) text.AddUtf8(LineEnds.Whole(values[i - 1])).Add(literals[i]);
        Base64Lines.Write(text.WrittenSpan, output);
    }
}
