using System.Globalization;

namespace Mekong.Advocacy.Domain.Invitations;

/// <summary>A text message that wants to sign: "ENDORSE 12", "endorse 12 sealed", "联署１２保密", "គាំទ្រ ១២ TWC".</summary>
/// <param name="Number">Of the statement; null: the word is there and no number follows it.</param>
/// <param name="Sealed">Counted, and named to the addressee only.</param>
/// <param name="Organisation">An acronym, folded, for whoever speaks for several.</param>
public sealed record EndorseText(int? Number, bool Sealed = false, string? Organisation = null)
{
    private const int LongestNumber = 7;

    private static readonly char[] Gaps = [' ', '.', ',', ';', ':', '!', '#', '-', '_', '/', '"', '\'', '(', ')', '。', '、', '។', '။', '၊'];

    /// <summary>Null when the message begins with none of the words: it is about something else.</summary>
    public static EndorseText? Read(string message)
    {
        var text = EndorseWords.Fold(message).Trim(Gaps);
        if (EndorseWords.Endorse.FirstOrDefault(word => text.StartsWith(word, StringComparison.Ordinal)) is not { } verb) return null;
        var rest = text[verb.Length..];
        if (rest.Length > 0 && char.IsAsciiLetter(verb[^1]) && char.IsLetter(rest[0])) return null; // "ENDORSEMENT"
        rest = rest.TrimStart(Gaps);
        var digits = rest.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > LongestNumber) return new EndorseText(Number: null);
        var number = int.Parse(rest[..digits], CultureInfo.InvariantCulture);
        var (isSealed, organisation) = Tail(rest[digits..].Trim(Gaps));
        return new EndorseText(number, isSealed, organisation.Length > 0 ? organisation : null);
    }

    /// <summary>The word for "sealed" may stand before or after the acronym.</summary>
    private static (bool, string) Tail(string tail)
    {
        foreach (var word in EndorseWords.Sealed)
        {
            if (tail == word) return (true, "");
            if (tail.StartsWith(word, StringComparison.Ordinal) && Gaps.Contains(tail[word.Length])) return (true, tail[word.Length..].Trim(Gaps));
            if (tail.EndsWith(word, StringComparison.Ordinal) && Gaps.Contains(tail[^(word.Length + 1)])) return (true, tail[..^word.Length].Trim(Gaps));
        }
        return (false, tail);
    }
}
