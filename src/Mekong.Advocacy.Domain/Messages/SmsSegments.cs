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
        var gsm = text.All(c => GsmAlphabet.Septets(c) > 0);
        var letters = gsm ? text.Select(GsmAlphabet.Septets) : Ucs2(text);
        return gsm ? Cut(SmsEncoding.Gsm7, letters, single: 160, part: 153) : Cut(SmsEncoding.Ucs2, letters, single: 70, part: 67);
    }

    /// <summary>The size of each letter: an escaped character and a surrogate pair are of two units that stay in one part.</summary>
    private static SmsCount Cut(SmsEncoding encoding, IEnumerable<int> letters, int single, int part)
    {
        var (units, parts, room) = (0, 0, 0);
        foreach (var size in letters)
        {
            units += size;
            if (size > room) (parts, room) = (parts + 1, part);
            room -= size;
        }
        return new SmsCount(encoding, units, units <= single ? Math.Min(units, 1) : parts);
    }

    private static IEnumerable<int> Ucs2(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair) i++;
            yield return pair ? 2 : 1;
        }
    }
}
