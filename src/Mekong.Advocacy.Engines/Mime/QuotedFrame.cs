using System.Buffers;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Literals in quoted-printable; each value starts a line of its own between two soft breaks.</summary>
internal sealed class QuotedFrame : EncodedFrame
{
    private readonly byte[][] literals;
    private readonly bool[] endsLine;

    /// <param name="texts">Their line breaks are CRLF.</param>
    public QuotedFrame(string[] texts)
    {
        literals = [.. texts.Select((text, i) => Encoded(text, endsLine: i == texts.Length - 1))];
        endsLine = [.. texts.Select((text, i) => text.StartsWith("\r\n", StringComparison.Ordinal) || text.Length == 0 && i == texts.Length - 1)];
    }

    public override ReadOnlySpan<byte> Encoding => "quoted-printable"u8;

    public override void Write(IReadOnlyList<string> values, ArrayBufferWriter<byte> output)
    {
        output.Add(literals[0]);
        for (var i = 1; i < literals.Length; i++)
        {
            QuotedPrintable.Write(LineEnds.Whole(values[i - 1]), endsLine[i], output);
            output.Add(literals[i]);
        }
    }

    private static byte[] Encoded(string text, bool endsLine)
    {
        var output = new ArrayBufferWriter<byte>();
        QuotedPrintable.Write(text, endsLine, output);
        return output.WrittenSpan.ToArray();
    }
}
