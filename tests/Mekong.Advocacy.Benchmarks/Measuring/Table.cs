using System.Globalization;

namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>The figures as people read them.</summary>
internal static class Table
{
    private static readonly string[] Head = ["figure", "ours", "packaged", "reference", "", "ratio", "goal", ""];
    private const int PackagedColumn = 2;

    public static void Print(Results results, TextWriter to)
    {
        var lines = results.Figures.Select(figure => Cells(figure, results.Quick)).Prepend(Head).ToList();
        var shown = Enumerable.Range(0, Head.Length).Where(column => column != PackagedColumn || results.Figures.Any(figure => figure.Packaged is not null)).ToList();
        var widths = Enumerable.Range(0, Head.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines) to.WriteLine(string.Join("  ", shown.Select(column => column is 0 or 4 or 7 ? line[column].PadRight(widths[column]) : line[column].PadLeft(widths[column]))).TrimEnd());
        foreach (var figure in results.Figures.Where(figure => figure.Note.Length > 0)) to.WriteLine($"{figure.Name}: {figure.Note}");
        foreach (var (name, why) in results.LeftOut) to.WriteLine($"left out: {name}: {why}");
    }

    public static string Number(double number) => number.ToString(Math.Abs(number) >= 100 ? "N0" : Math.Abs(number) >= 10 ? "N1" : "N2", CultureInfo.InvariantCulture);

    private static string[] Cells(Figure figure, bool quick) =>
    [
        $"{figure.Name}, {figure.Unit}",
        Number(figure.Ours),
        figure.Packaged is { } packaged ? Number(packaged) : "",
        figure.Reference > 0 ? Number(figure.Reference) : "",
        figure.ReferenceName,
        figure.Ratio is { } ratio ? Number(ratio) : "",
        figure.Goal > 0 ? $"{(figure.LessIsBetter ? "≤" : "≥")} {Number(figure.Goal)}" : "",
        quick || figure.Held is not { } held ? "" : held ? "held" : "NOT HELD",
    ];
}
