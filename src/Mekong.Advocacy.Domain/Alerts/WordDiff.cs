using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Domain.Alerts;

public enum DiffKind { Same, Removed, Added }

public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>What was changed from one text to another: by words, and by letters in scripts that put no spaces between words.</summary>
public static class WordDiff
{
    /// <summary>Cells of the table beyond which lines are compared instead: two bodies of the longest kind would take a gigabyte.</summary>
    private const int LargestTable = 2_000_000;

    public static IReadOnlyList<DiffPart> Between(string before, string after)
    {
        var (a, b) = (Pieces(before), Pieces(after));
        var start = 0;
        while (start < a.Count && start < b.Count && a[start] == b[start]) start++;
        var end = 0;
        while (end < a.Count - start && end < b.Count - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        var (was, now) = (a[start..^end], b[start..^end]);
        if ((long)was.Count * now.Count > LargestTable) (was, now) = (Lines(was), Lines(now));
        return Joined([.. a[..start].Select(Same), .. Middle(was, now), .. a[^end..].Select(Same)]);
    }

    /// <summary>The longest common subsequence, read from the front.</summary>
    private static IEnumerable<DiffPart> Middle(List<string> was, List<string> now)
    {
        var longest = new int[was.Count + 1, now.Count + 1];
        for (var i = was.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                longest[i, j] = was[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        for (int x = 0, y = 0; x < was.Count || y < now.Count;)
        {
            if (x < was.Count && y < now.Count && was[x] == now[y])
            {
                yield return Same(was[x++]);
                y++;
            }
            else if (y == now.Count || x < was.Count && longest[x + 1, y] >= longest[x, y + 1]) yield return new(DiffKind.Removed, was[x++]);
            else yield return new(DiffKind.Added, now[y++]);
        }
    }

    private static DiffPart Same(string text) => new(DiffKind.Same, text);

    /// <summary>Neighbours of one kind become one part.</summary>
    private static List<DiffPart> Joined(IEnumerable<DiffPart> parts)
    {
        var joined = new List<DiffPart>();
        foreach (var part in parts)
            if (joined.Count > 0 && joined[^1].Kind == part.Kind) joined[^1] = part with { Text = joined[^1].Text + part.Text };
            else joined.Add(part);
        return joined;
    }

    /// <summary>Words, the gaps between them, and single letters (with their marks) of scripts without gaps.</summary>
    private static List<string> Pieces(string text)
    {
        var (pieces, word) = (new List<string>(), new StringBuilder());
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
        {
            var letter = letters.GetTextElement();
            var alone = char.IsWhiteSpace(letter[0]) || IsUnspaced(letter[0]);
            if (alone && word.Length > 0)
            {
                pieces.Add(word.ToString());
                word.Clear();
            }
            if (alone) pieces.Add(letter);
            else word.Append(letter);
        }
        if (word.Length > 0) pieces.Add(word.ToString());
        return pieces;
    }

    /// <summary>Thai, Lao, Myanmar, Khmer, and Han with its punctuation.</summary>
    private static bool IsUnspaced(char c) =>
        c is (>= '\u0e00' and <= '\u0eff') or (>= '\u1000' and <= '\u109f') or (>= '\u1780' and <= '\u17ff') or (>= '\u3000' and <= '\u9fff')
            or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uffef');

    private static List<string> Lines(List<string> pieces)
    {
        var (lines, line) = (new List<string>(), new StringBuilder());
        foreach (var piece in pieces)
        {
            line.Append(piece);
            if (piece != "\n") continue;
            lines.Add(line.ToString());
            line.Clear();
        }
        return [.. lines, line.ToString()];
    }
}
