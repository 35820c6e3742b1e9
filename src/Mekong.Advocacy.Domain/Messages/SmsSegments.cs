namespace Mekong.Advocacy.Domain.Messages;

public enum SmsEncoding { Gsm7, Ucs2 }

/// <summary>What a text costs on the air.</summary>
/// <param name="Units">Septets of GSM 7-bit or UTF-16 units of UCS-2, without the headers of the parts.</param>
/// <param name="Parts">Messages that are paid for; none for an empty text.</param>
public sealed record SmsCount(SmsEncoding Encoding, int Units, int Parts);

/// <summary>
/// Counts a text as the network will cut it: 3GPP TS 23.038 §6.2.1 for the alphabet, TS 23.040 §9.2.3.24.1 for the six octets
/// that each part of a longer text gives up to its header (160 becomes 153 septets, 70 becomes 67 units).
/// </summary>
public static class SmsSegments
{
    public static SmsCount Count(string text)
    {
        var encoding = EncodingOf(text);
        var (single, part) = Room(encoding);
        var (units, parts, room) = (0, 0, 0);
        foreach (var (_, size) in Letters(text, encoding))
        {
            units += size;
            if (size > room) (parts, room) = (parts + 1, part);
            room -= size;
        }
        return new SmsCount(encoding, units, units <= single ? Math.Min(units, 1) : parts);
    }

    /// <summary>The parts of a text as they leave; together they are the text.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var count = Count(text);
        if (count.Parts <= 1) return count.Parts == 0 ? [] : [text];
        var (parts, start, end, room) = (new List<string>(), 0, 0, Room(count.Encoding).Part);
        foreach (var (length, size) in Letters(text, count.Encoding))
        {
            if (size > room)
            {
                parts.Add(text[start..end]);
                (start, room) = (end, Room(count.Encoding).Part);
            }
            end += length;
            room -= size;
        }
        return [.. parts, text[start..]];
    }

    /// <summary>The words for which a text needs UCS-2, in order; none when GSM 7-bit will do. A no-break space is part of its word.</summary>
    public static IReadOnlyList<Range> Forcing(string text)
    {
        var words = new List<Range>();
        for (var end = 0; end < text.Length; end++)
        {
            var (start, forces) = (end, false);
            for (; end < text.Length && text[end] is not (' ' or '\n' or '\r'); end++) forces |= GsmAlphabet.Septets(text[end]) == 0;
            if (forces) words.Add(start..end);
        }
        return words;
    }

    private static SmsEncoding EncodingOf(string text) => text.All(c => GsmAlphabet.Septets(c) > 0) ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2;

    private static (int Single, int Part) Room(SmsEncoding encoding) => encoding == SmsEncoding.Gsm7 ? (160, 153) : (70, 67);

    /// <summary>Each letter's length in the text and size on the air: an escaped character and a surrogate pair are of two units that stay in one part.</summary>
    private static IEnumerable<(int Length, int Size)> Letters(string text, SmsEncoding encoding)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsSurrogatePair(text, i);
            if (pair) i++;
            yield return encoding == SmsEncoding.Gsm7 ? (1, GsmAlphabet.Septets(text[i])) : pair ? (2, 2) : (1, 1);
        }
    }
}
