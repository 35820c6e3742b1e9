using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Web.Features.Alerts.Reporting;

namespace Mekong.Advocacy.Web.Tests.Features.Watching;

public sealed class SmallCellsTests
{
    /// <summary>A table with the sums of its rows and columns, as one list of numbers and the lines in which they add up.</summary>
    private sealed record Table(long[] Values, List<int[]> Lines, int Rows, int Columns)
    {
        public static Table Of(long[][] cells)
        {
            var (rows, columns) = (cells.Length, cells[0].Length);
            var values = new long[(rows + 1) * (columns + 1)];
            int At(int row, int column) => row * (columns + 1) + column;
            for (var r = 0; r < rows; r++)
                for (var c = 0; c < columns; c++)
                    foreach (var place in new[] { At(r, c), At(r, columns), At(rows, c), At(rows, columns) }) values[place] += cells[r][c];
            var lines = new List<int[]>();
            for (var r = 0; r <= rows; r++) lines.Add([.. Enumerable.Range(0, columns + 1).Select(c => At(r, c))]);
            for (var c = 0; c <= columns; c++) lines.Add([.. Enumerable.Range(0, rows + 1).Select(r => At(r, c))]);
            return new(values, lines, rows, columns);
        }

        public bool[] Hidden => SmallCells.Hide(Values, Lines);

        public string Shown => string.Join('/', Hidden.Zip(Values).Chunk(Columns + 1).Select(row => string.Join(' ', row.Select(cell => cell.First ? "-" : $"{cell.Second}"))));
    }

    private static Arbitrary<Table> Tables => Arb.From(
        from rows in Gen.Choose(1, 5)
        from columns in Gen.Choose(1, 5)
        from cells in Gen.Choose(0, 14).Select(n => n > 11 ? 0L : n).ArrayOf(columns).ArrayOf(rows)
        select Table.Of(cells));

    private static void Always(Func<Table, bool> holds) => Prop.ForAll(Tables, holds).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_number_under_five_is_hidden_and_no_nought() =>
        Always(table => table.Hidden.Zip(table.Values).All(cell => cell.Second is > 0 and < 5 ? cell.First : cell.Second != 0 || !cell.First));

    [Fact]
    public void No_row_or_column_has_a_single_gap() =>
        Always(table => table.Lines.All(line => line.Count(place => table.Hidden[place]) != 1));

    [Fact]
    public void Gaps_under_a_shown_sum_could_always_be_filled_in_another_way() => Always(table =>
    {
        var hidden = table.Hidden;
        return table.Lines.Where(line => !hidden[line[^1]]).Select(line => line.Where(place => hidden[place]).ToList())
            .All(gaps => gaps.Count == 0 || gaps.Sum(place => table.Values[place]) > gaps.Count);
    });

    /// <summary>Whoever solves all rows and columns together finds no hidden number either: each can be moved with all sums kept.</summary>
    [Fact]
    public void No_hidden_number_follows_from_all_lines_together() => Always(IsSafe);

    private static bool IsSafe(Table table)
    {
        var hidden = table.Hidden;
        var unknown = Enumerable.Range(0, table.Values.Length).Where(place => hidden[place]).ToList();
        var system = table.Lines.Select(line => unknown.Select(place => place == line[^1] ? -1d : line.Contains(place) ? 1d : 0d).ToArray()).ToList();
        var rank = Rank(system);
        // A number is determined exactly when asking for it adds nothing to the system.
        return unknown.Select((_, i) => unknown.Select((_, j) => i == j ? 1d : 0d).ToArray()).All(single => Rank([.. system, single]) > rank);
    }

    [Fact]
    public void Where_nobody_is_few_everything_is_shown() => Prop.ForAll(
        Arb.From(Gen.Choose(5, 99).Select(n => (long)n).ArrayOf(4).ArrayOf(3).Select(Table.Of)), table => !table.Hidden.Contains(true)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("12 8 20/30 40 70/42 48 90", "12 8 20/30 40 70/42 48 90")]
    [InlineData("12 3 15/30 40 70/42 43 85", "- - 15/- - 70/42 43 85")] // one gap asks for three more
    [InlineData("10 0 10/1 1 2/11 1 12", "- 0 -/- - -/- - 12")]
    [InlineData("3 3/3 3", "- -/- -")]
    [InlineData("0 9 4 10 6 29/4 9 0 5 0 18/13 0 11 5 0 29/17 18 15 20 6 76", "")] // three lines together gave the 11 away
    public void A_table_shows_what_it_may(string whole, string shown)
    {
        long[][] all = [.. whole.Split('/').Select(row => row.Split(' ').Select(long.Parse).ToArray())];
        var table = Table.Of([.. all[..^1].Select(row => row[..^1])]);
        if (shown.Length > 0) Assert.Equal(shown, table.Shown);
        Assert.True(IsSafe(table), table.Shown);
    }

    private static int Rank(List<double[]> matrix)
    {
        var rows = matrix.Select(row => row.ToArray()).ToList();
        var rank = 0;
        for (var column = 0; rows.Count > 0 && column < rows[0].Length && rank < rows.Count; column++)
        {
            var pivot = rows.FindIndex(rank, row => Math.Abs(row[column]) > 1e-9);
            if (pivot < 0) continue;
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var r = rank + 1; r < rows.Count; r++)
            {
                var times = rows[r][column] / rows[rank][column];
                for (var c = 0; c < rows[r].Length; c++) rows[r][c] -= times * rows[rank][c];
            }
            rank++;
        }
        return rank;
    }
}
