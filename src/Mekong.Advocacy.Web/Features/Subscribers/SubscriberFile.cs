using CsvHelper;
using Mekong.Advocacy.Domain.Subscribers;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>Reads a list of subscribers as CSV: comma, semicolon or tab, with or without a byte order mark, columns in any order.</summary>
internal sealed class SubscriberFile(Stream csv, DateOnly today)
{
    private static readonly string[] Needed = ["language", "country", "consent_source", "consent_date"];

    private static readonly CsvReaderOptions Options = new()
    {
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        NormalizeHeaderName = header => header.Trim('\uFEFF', ' ').ToLowerInvariant(),
        MissingField = CsvMissingFieldHandling.ReturnEmpty,
    };

    /// <summary>Lines as they come; a fault of the whole file ends it.</summary>
    public IEnumerable<(ListLine? Line, IReadOnlyList<LineFault> Faults)> Read()
    {
        var unclosed = false;
        using var reader = CsvReader.Create(csv, Options with { OnMalformedRecord = record => unclosed |= record.Reason == CsvMalformedReason.UnterminatedQuote }, leaveOpen: true);
        var columns = Columns(reader);
        if (Needed.FirstOrDefault(column => !columns.ContainsKey(column)) is { } missing)
        {
            yield return (null, [new LineFault(1, columns.Count == 0 ? SubscriberRefusals.NotReadable : SubscriberRefusals.MissingColumn.At(missing, missing))]);
            yield break;
        }
        while (reader.Read())
        {
            if (unclosed) // a quote without an end has swallowed every line after it
            {
                yield return (null, [new LineFault((int)reader.LineNumber, SubscriberRefusals.NotReadable)]);
                yield break;
            }
            if (IsBlank(reader)) continue;
            yield return ListLines.Read(
                (int)reader.LineNumber,
                column => columns.TryGetValue(column, out var at) && at < reader.FieldCount ? Clean(reader[at].ToString()) : "",
                today);
        }
    }

    private static Dictionary<string, int> Columns(CsvReader reader)
    {
        reader.ReadHeader();
        var columns = new Dictionary<string, int>();
        for (var i = 0; i < reader.Headers.Count; i++) columns.TryAdd(Options.NormalizeHeaderName!(reader.Headers[i]), i);
        return columns;
    }

    /// <summary>A spreadsheet may write hundreds of lines of nothing but commas.</summary>
    private static bool IsBlank(CsvReader reader)
    {
        for (var i = 0; i < reader.FieldCount; i++)
            if (Clean(reader[i].ToString()).Length > 0) return false;
        return true;
    }

    /// <summary>A cell that was guarded against formulas for a spreadsheet loses its guard.</summary>
    private static string Clean(string cell)
    {
        var text = cell.Replace("\0", "", StringComparison.Ordinal).Trim();
        return text.Length > 1 && text[0] == '\'' && "=+-@".Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
    }
}
