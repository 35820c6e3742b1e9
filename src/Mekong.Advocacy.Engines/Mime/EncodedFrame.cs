using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>A text's frame as it is transferred, encoded once for all messages that share it: quoted-printable for Latin text, base64 for the scripts it would triple.</summary>
internal abstract class EncodedFrame
{
    private static readonly ConditionalWeakTable<TextFrame, EncodedFrame> Known = [];

    /// <summary>Header fields that the messages of this frame have in common.</summary>
    public HeaderMemo Headers { get; } = new();

    public abstract ReadOnlySpan<byte> Encoding { get; }

    public static EncodedFrame Of(TextFrame frame) =>
        frame.Literals.Count == 1 ? Encode(frame) : Known.GetValue(frame, Encode); // one without places is used once

    /// <summary>The text in its encoding, without a break at its end.</summary>
    public abstract void Write(IReadOnlyList<string> values, ArrayBufferWriter<byte> output);

    private static EncodedFrame Encode(TextFrame frame)
    {
        string[] literals = [.. frame.Literals.Select(LineEnds.Whole)];
        return IsMostlyOtherThanLatin(literals) ? new Base64Frame(literals) : new QuotedFrame(literals);
    }

    /// <summary>More than one letter in ten; mark-up counts as Latin, and with less than that it is most of the part.</summary>
    private static bool IsMostlyOtherThanLatin(IEnumerable<string> literals)
    {
        var (latin, other) = (0, 0);
        foreach (var rune in literals.SelectMany(literal => literal.EnumerateRunes()))
        {
            if (rune.Value < 0x250 || rune.Value is >= 0x1E00 and < 0x1F00) latin += Rune.IsLetter(rune) ? 1 : 0;
            else if (Rune.IsLetter(rune) || rune.Value > 0x36F && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) other++;
        }
        return other * 10 > latin + other;
    }
}
