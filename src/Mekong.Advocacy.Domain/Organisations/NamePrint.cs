namespace Mekong.Advocacy.Domain.Organisations;

/// <summary>A name made ready to be compared with many others.</summary>
/// <param name="key">Its <see cref="NameKey"/> where it is known already.</param>
public sealed class NamePrint(string name, string? key = null)
{
    private readonly Lazy<IReadOnlyList<string>> words = new(() => [.. NameKey.WordsOf(name).Order(StringComparer.Ordinal)]);

    private long[]? pairs;

    public string Key { get; } = key ?? NameKey.Of(name);

    /// <summary>The key without accents.</summary>
    public string Loose => field ??= NameKey.WithoutAccents(Key);

    public string Initials => field ??= NameKey.InitialsOf(name);

    /// <summary>From 0 to 1: what the names share of their pairs of letters or, where both have several words, of their words.</summary>
    public double Similarity(NamePrint other) => Math.Max(Shared(Pairs, other.Pairs), SharedWords(other));

    /// <summary>One begins or ends with the whole other: "Homeward Cambodia" and its branch in Battambang.</summary>
    public bool IsWithin(NamePrint other)
    {
        var (shorter, longer) = Loose.Length <= other.Loose.Length ? (Loose, other.Loose) : (other.Loose, Loose);
        var (least, more) = shorter.Length > 0 && char.IsAscii(shorter[0]) ? (8, 4) : (4, 2); // a plural is no branch
        return shorter.Length >= least && longer.Length - shorter.Length >= more
            && (longer.StartsWith(shorter, StringComparison.Ordinal) || longer.EndsWith(shorter, StringComparison.Ordinal));
    }

    private long[] Pairs => pairs ??= PairsOf(Loose);

    private double SharedWords(NamePrint other)
    {
        // Words in another order still share most pairs of letters, so names that do not are not asked for their words.
        if (Shared(Pairs, other.Pairs) < 0.4 || words.Value.Count < 2 || other.words.Value.Count < 2) return 0;
        var rest = other.words.Value.ToList();
        var both = words.Value.Count(rest.Remove);
        return 2.0 * both / (words.Value.Count + other.words.Value.Count);
    }

    private static long[] PairsOf(string text)
    {
        var runes = text.EnumerateRunes().Select(rune => (long)rune.Value).ToArray();
        if (runes.Length < 2) return runes;
        var found = new long[runes.Length - 1];
        for (var i = 0; i < found.Length; i++) found[i] = runes[i] << 32 | runes[i + 1];
        Array.Sort(found);
        return found;
    }

    /// <summary>Dice's coefficient of two sorted lists.</summary>
    private static double Shared(long[] one, long[] other)
    {
        if (one.Length + other.Length == 0) return 0;
        var (both, i, j) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j]) (both, i, j) = (both + 1, i + 1, j + 1);
            else if (one[i] < other[j]) i++;
            else j++;
        }
        return 2.0 * both / (one.Length + other.Length);
    }
}
