namespace Mekong.Advocacy.Domain.Messages;

public enum DiffKind { Same, Removed, Added }

/// <summary>A stretch of a comparison: what stayed, what went, what came.</summary>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>
/// What changed between two texts, by words, and by syllable-sized clusters where a script puts no spaces between words. The shortest
/// script of changes (E. W. Myers, An O(ND) Difference Algorithm, 1986); texts that share too little are told as one gone and one come.
/// </summary>
public static class TextDiff
{
    /// <summary>Changed pieces beyond which nobody would read the changes one by one; it also bounds time and memory.</summary>
    private const int Most = 1500;

    /// <summary>What stayed and what went make the old text, what stayed and what came the new one.</summary>
    public static IReadOnlyList<DiffPart> Between(string before, string after)
    {
        var (old, now) = (TextPieces.Of(before), TextPieces.Of(after));
        var head = 0;
        while (head < old.Count && head < now.Count && old[head] == now[head]) head++;
        var tail = 0;
        while (tail < old.Count - head && tail < now.Count - head && old[^(tail + 1)] == now[^(tail + 1)]) tail++;
        var kinds = new List<(DiffKind, string)>(old.Take(head).Select(piece => (DiffKind.Same, piece)));
        kinds.AddRange(Middle([.. old.Skip(head).SkipLast(tail)], [.. now.Skip(head).SkipLast(tail)]));
        kinds.AddRange(old.TakeLast(tail).Select(piece => (DiffKind.Same, piece)));
        return Joined(kinds);
    }

    private static List<(DiffKind, string)> Middle(string[] old, string[] now)
    {
        var frontiers = Frontiers(old, now);
        if (frontiers is null) return [.. old.Select(piece => (DiffKind.Removed, piece)), .. now.Select(piece => (DiffKind.Added, piece))];
        var (x, y, steps) = (old.Length, now.Length, new List<(DiffKind, string)>());
        for (var d = frontiers.Count - 1; d >= 0; d--)
        {
            var (reach, k) = (frontiers[d], x - y);
            var came = d > 0 && (k == -d || k != d && reach[k - 1 + d] < reach[k + 1 + d]); // from the diagonal above: something came
            var from = d == 0 ? 0 : came ? reach[k + 1 + d] : reach[k - 1 + d];
            var start = d == 0 ? 0 : came ? from : from + 1;
            while (x > start) (x, y) = Step(x - 1, y - 1, DiffKind.Same, old[x - 1]);
            if (d > 0) (x, y) = came ? Step(x, y - 1, DiffKind.Added, now[y - 1]) : Step(x - 1, y, DiffKind.Removed, old[x - 1]);
        }
        steps.Reverse();
        return steps;

        (int, int) Step(int toX, int toY, DiffKind kind, string piece) { steps.Add((kind, piece)); return (toX, toY); }
    }

    /// <summary>For each number of changes, how far the old text was reached on each diagonal before that change; null: too many.</summary>
    private static List<int[]>? Frontiers(string[] old, string[] now)
    {
        var most = Math.Min(old.Length + now.Length, Most);
        var (reach, kept) = (new int[2 * most + 3], new List<int[]>());
        for (var d = 0; d <= most; d++)
        {
            kept.Add(reach[(most + 1 - d)..(most + 2 + d)]); // diagonals -d … d, found at k + d
            for (var k = -d; k <= d; k += 2)
            {
                var at = k + most + 1;
                var x = k == -d || k != d && reach[at - 1] < reach[at + 1] ? reach[at + 1] : reach[at - 1] + 1;
                while (x < old.Length && x - k < now.Length && old[x] == now[x - k]) x++;
                reach[at] = x;
                if (x >= old.Length && x - k >= now.Length) return kept;
            }
        }
        return null;
    }

    /// <summary>Neighbours of a kind become one; within one change, what went stands before what came.</summary>
    private static List<DiffPart> Joined(List<(DiffKind Kind, string Piece)> pieces)
    {
        var (parts, i) = (new List<DiffPart>(), 0);
        while (i < pieces.Count)
        {
            var same = pieces[i].Kind == DiffKind.Same;
            var run = pieces.Skip(i).TakeWhile(piece => piece.Kind == DiffKind.Same == same).ToList();
            foreach (var kind in same ? new[] { DiffKind.Same } : [DiffKind.Removed, DiffKind.Added])
                if (string.Concat(run.Where(piece => piece.Kind == kind).Select(piece => piece.Piece)) is { Length: > 0 } text) parts.Add(new DiffPart(kind, text));
            i += run.Count;
        }
        return parts;
    }
}
