using System.Text.Json;
using System.Text.Json.Serialization;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;
using NpgsqlTypes;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// A view's table (or its replacement while a rebuild runs): loads, folds and stores the rows of a whole batch of events.
/// Rows travel as JSON, so a column is exactly a property of the row record.
/// </summary>
internal sealed class ViewTable(IProjection view, string? table = null)
{
    private static readonly JsonSerializerOptions Rows = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter() },
    };

    public string Table { get; } = table ?? view.Table;

    public async Task Fold(NpgsqlConnection connection, IEnumerable<Recorded> recorded, CancellationToken ct)
    {
        var touched = recorded.Select(happened => (Key: view.KeyOf(happened)!, happened)).Where(pair => pair.Key is not null).ToList();
        if (touched.Count == 0) return;
        var rows = await Load(connection, [.. touched.Select(pair => pair.Key).Distinct()], ct);
        foreach (var (key, happened) in touched) rows[key] = view.Apply(rows.GetValueOrDefault(key), happened);
        await Store(connection, rows, ct);
    }

    private async Task<Dictionary<string, object?>> Load(NpgsqlConnection connection, string[] keys, CancellationToken ct)
    {
        var found = new Dictionary<string, object?>();
        await using var command = new NpgsqlCommand(
            $"select {view.Key.Column}::text, to_jsonb(t)::text from {Table} t where {view.Key.Column} = any(@keys::{view.Key.Type}[])", connection);
        command.Parameters.Add(new("keys", keys));
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found[reader.GetString(0)] = JsonSerializer.Deserialize(reader.GetString(1), view.RowType, Rows);
        return found;
    }

    private async Task Store(NpgsqlConnection connection, Dictionary<string, object?> rows, CancellationToken ct)
    {
        var gone = rows.Where(row => row.Value is null).Select(row => row.Key).ToArray();
        var kept = rows.Values.Where(row => row is not null).Select(row => JsonSerializer.SerializeToElement(row, view.RowType, Rows)).ToArray();
        await using var batch = new NpgsqlBatch(connection);
        if (gone.Length > 0)
        {
            batch.BatchCommands.Add(new($"delete from {Table} where {view.Key.Column} = any(@keys::{view.Key.Type}[])")
            { Parameters = { new("keys", gone) } });
        }

        if (kept.Length > 0)
        {
            var columns = kept[0].EnumerateObject().Select(property => property.Name).ToArray();
            var sets = string.Join(", ", columns.Select(column => $"{column} = excluded.{column}"));
            batch.BatchCommands.Add(new($"""
                insert into {Table} ({string.Join(", ", columns)})
                select {string.Join(", ", columns)} from jsonb_populate_recordset(null::{Table}, @rows)
                on conflict ({view.Key.Column}) do update set {sets}
                """)
            { Parameters = { new("rows", NpgsqlDbType.Jsonb) { Value = JsonSerializer.Serialize(kept) } } });
        }

        await batch.ExecuteNonQueryAsync(ct);
    }
}
