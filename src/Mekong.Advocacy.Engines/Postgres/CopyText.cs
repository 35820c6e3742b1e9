using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>A view's rows as COPY's text format wants them: a line for each, tabs between columns, \N for nothing.</summary>
internal sealed class CopyText(RowJson rows)
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("\\\t\n\r");

    private readonly StringBuilder lines = new();

    public StringBuilder Of(IEnumerable<object?> values)
    {
        foreach (var row in values) if (row is not null) AddLine(row);
        return lines;
    }

    private void AddLine(object row)
    {
        for (var column = 0; column < rows.Properties.Count; column++)
        {
            if (column > 0) lines.Append('\t');
            Add(rows.Properties[column].Get!(row));
        }
        lines.Append('\n');
    }

    private void Add(object? value)
    {
        if (value is null) lines.Append("\\N");
        else if (value is Enum name) lines.Append(name);
        else if (value is DateTimeOffset at) lines.Append(CultureInfo.InvariantCulture, $"{at.UtcDateTime:O}");
        else if (value is DateOnly day) lines.Append(CultureInfo.InvariantCulture, $"{day:O}");
        else if (value is bool or IFormattable) lines.Append(CultureInfo.InvariantCulture, $"{value}");
        else if (value is string text) AddText(text);
        else if (value is IEnumerable<string?> texts) AddText(Array(texts));
        else AddText(RowJson.Text(value));
    }

    private void AddText(string text)
    {
        if (text.AsSpan().IndexOfAny(Escaped) < 0) lines.Append(text);
        else lines.Append(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal));
    }

    /// <summary>PostgreSQL's array literal: every element quoted, so that commas, braces and the word NULL are text.</summary>
    private static string Array(IEnumerable<string?> texts) => $"{{{string.Join(',', texts.Select(text => text is null
        ? "NULL" : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}}}";
}
