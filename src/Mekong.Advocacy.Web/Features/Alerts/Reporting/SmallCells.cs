namespace Mekong.Advocacy.Web.Features.Alerts.Reporting;

/// <summary>Hides numbers behind which a person could be found, and as many others as keep them from being worked out.</summary>
public static class SmallCells
{
    public const long Least = 5;

    /// <param name="values">All numbers of a report.</param>
    /// <param name="lines">Each a row or column: the places of its parts and, last, of their sum.</param>
    /// <returns>True for each number that must not be shown. A nought is nobody, and stays.</returns>
    public static bool[] Hide(IReadOnlyList<long> values, IReadOnlyList<int[]> lines)
    {
        var hidden = values.Select(value => value is > 0 and < Least).ToArray();
        while (Next(values, lines, hidden) is { } next) hidden[next] = true;
        return hidden;
    }

    private static int? Next(IReadOnlyList<long> values, IReadOnlyList<int[]> lines, bool[] hidden) =>
        lines.Select(line => Needed(values, line, hidden)).FirstOrDefault(place => place is not null)
        ?? Determined(lines, hidden).Select(solved => Cover(values, lines, hidden, solved)).FirstOrDefault(place => place is not null);

    /// <summary>What has to go too: a lone gap is the difference of the rest, and gaps that sum up to their number are all ones.</summary>
    private static int? Needed(IReadOnlyList<long> values, int[] line, bool[] hidden)
    {
        var gaps = line.Where(place => hidden[place]).ToList();
        if (gaps.Count == 0) return null;
        var plain = !hidden[line[^1]] && gaps.Sum(place => values[place]) == gaps.Count;
        return gaps.Count == 1 || plain ? NextSmallest(values, line, hidden) : null;
    }

    /// <summary>Parts before the sum.</summary>
    private static int? NextSmallest(IReadOnlyList<long> values, int[] line, bool[] hidden) => line
        .Select((place, i) => (place, isSum: i == line.Length - 1))
        .Where(entry => !hidden[entry.place] && values[entry.place] > 0)
        .OrderBy(entry => entry.isSum).ThenBy(entry => values[entry.place])
        .Select(entry => (int?)entry.place).FirstOrDefault();

    /// <summary>In a line of its own if one has something left to hide, else in any line with a gap: when all is hidden, all can be moved.</summary>
    private static int? Cover(IReadOnlyList<long> values, IReadOnlyList<int[]> lines, bool[] hidden, int solved) =>
        lines.OrderByDescending(line => line.Contains(solved)).Where(line => line.Contains(solved) || line.Any(place => hidden[place]))
            .Select(line => NextSmallest(values, line, hidden)).FirstOrDefault(place => place is not null);

    /// <summary>A hidden number that all lines together give away: its unknown stands alone after elimination.</summary>
    private static IEnumerable<int> Determined(IReadOnlyList<int[]> lines, bool[] hidden)
    {
        var unknown = Enumerable.Range(0, hidden.Length).Where(place => hidden[place]).ToList();
        var rows = lines.Where(line => line.Any(place => hidden[place])).Select(line => unknown.Select(place =>
            place == line[^1] ? -1m : line.Contains(place) ? 1m : 0m).ToArray()).ToList();
        var done = 0;
        for (var column = 0; column < unknown.Count && done < rows.Count; column++)
        {
            var pivot = rows.FindIndex(done, row => Math.Abs(row[column]) > 1e-9m);
            if (pivot < 0) continue;
            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            var by = rows[done][column];
            for (var i = 0; i < unknown.Count; i++) rows[done][i] /= by;
            foreach (var row in rows.Where(row => row != rows[done] && row[column] != 0))
            {
                var times = row[column];
                for (var i = 0; i < unknown.Count; i++) row[i] -= times * rows[done][i];
            }
            done++;
        }
        return rows.Select(row => row.Select((value, i) => (value, i)).Where(entry => Math.Abs(entry.value) > 1e-9m).ToList())
            .Where(left => left.Count == 1).Select(left => unknown[left[0].i]);
    }
}
