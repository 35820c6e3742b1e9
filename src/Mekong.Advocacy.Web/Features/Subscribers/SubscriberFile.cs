using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Subscribers;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>Reads a list of subscribers as CSV: comma or semicolon, with or without a byte order mark, columns in any order.</summary>
internal sealed class SubscriberFile(TextReader text, DateOnly today)
{
    /// <summary>Lines as they come; a fault of the whole file has line 1.</summary>
    public IEnumerable<(ListLine? Line, IReadOnlyList<LineFault> Faults)> Read()
    {
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
            MissingFieldFound = null,
            PrepareHeaderForMatch = args => args.Header.Trim('\uFEFF', ' ').ToLowerInvariant(),
        });
        if (!csv.Read() || !csv.ReadHeader())
        {
            yield return Faulty(SubscriberRefusals.NotReadable);
            yield break;
        }
        var headers = csv.HeaderRecord!.Select(header => header.Trim('\uFEFF', ' ').ToLowerInvariant()).ToHashSet();
        foreach (var column in ListLines.Columns.Where(column => !headers.Contains(column) && column is not ("organisation" or "topics" or "phone" or "email" or "name")))
        {
            yield return Faulty(SubscriberRefusals.MissingColumn.At(column, column));
            yield break;
        }
        while (csv.Read())
            yield return ListLines.Read(csv.Parser.RawRow, column => headers.Contains(column) ? Clean(csv.GetField(column)) : "", today);
    }

    /// <summary>A cell that our own export guarded against formulas loses its guard.</summary>
    private static string Clean(string? cell)
    {
        var text = (cell ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        return text.Length > 1 && text[0] == '\'' && "=+-@".Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
    }

    private static (ListLine?, IReadOnlyList<LineFault>) Faulty(Refusal refusal) => (null, [new LineFault(1, refusal)]);
}
