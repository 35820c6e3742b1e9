using System.Globalization;
using CsvHelper;

namespace Mekong.Advocacy.Web.Features.Alerts.Reporting;

/// <summary>Reports as files for spreadsheets: UTF-8 with its mark, and no cell that a spreadsheet would take for a formula.</summary>
internal static class ReportCsv
{
    public const string Type = "text/csv; charset=utf-8";

    private static readonly CsvWriterOptions Guarded = new() { Injection = CsvInjection.Escape, FormatProvider = CultureInfo.InvariantCulture };

    /// <param name="mark">True at the beginning of a file.</param>
    public static byte[] Of(IEnumerable<object?[]> lines, bool mark = true)
    {
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, Guarded with { WriteByteOrderMark = mark }, leaveOpen: true))
            foreach (var line in lines)
                csv.WriteRecord([.. line.Select(Text)]);
        return memory.ToArray();
    }

    /// <summary>All tables below each other, a number a line; "hidden" where it is not for this reader.</summary>
    public static byte[] Of(ReportFigures figures)
    {
        string[] outcomes = ["sent", "failed", "withheld", "expired", "open", "audience"];
        IEnumerable<object?[]> Table(string table, IEnumerable<OutcomeRow> rows) =>
            rows.SelectMany(row => row.Cells.Zip(outcomes, (cell, outcome) => (object?[])[table, row.Key ?? "none", outcome, null, Cell(cell)]));
        return Of([
            ["table", "key", "outcome", "reason", "count"],
            .. Table("all", [figures.Overall with { Key = "all" }]),
            ["all", "all", "delivered", null, Cell(figures.Delivered)],
            .. Table("language", figures.Languages),
            .. Table("country", figures.Countries),
            .. Table("channel", figures.Channels),
            .. figures.Reasons.Select(row => (object?[])["reason", "all", row.State == "suppressed" ? "withheld" : row.State, row.Reason, Cell(row.Count)]),
        ]);
    }

    private static object Cell(long? value) => value is { } shown ? shown : "hidden";

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
