using Mekong.Advocacy.Engines.Seams;
using Npgsql;
using NpgsqlTypes;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// A view's table (or its replacement while a rebuild runs): the commands that load, store and delete rows. Rows travel as JSON,
/// so a column is exactly a property of the row record.
/// </summary>
internal sealed class ViewTable
{
    private readonly string load, delete, store;

    public ViewTable(IProjection view, string? table = null)
    {
        (View, Table, Rows) = (view, table ?? view.Table, new RowJson(view.RowType));
        var (key, columns) = (view.Key, string.Join(", ", Rows.Columns));
        load = $"select {key.Column}::text, to_jsonb(t)::text from {Table} t where {key.Column} = any($1::{key.Type}[])";
        delete = $"delete from {Table} where {key.Column} = any($1::{key.Type}[])";
        store = $"""
            insert into {Table} ({columns}) select {columns} from jsonb_populate_recordset(null::{Table}, $1)
            on conflict ({key.Column}) do update set {string.Join(", ", Rows.Columns.Select(column => $"{column} = excluded.{column}"))}
            """;
    }

    public IProjection View { get; }
    public string Table { get; }
    public RowJson Rows { get; }

    public NpgsqlBatchCommand Load(string[] keys) => Command(load, keys, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public NpgsqlBatchCommand Delete(string[] keys) => Command(delete, keys, NpgsqlDbType.Array | NpgsqlDbType.Text);

    /// <summary>What brings the table to these rows; a key without a row is deleted.</summary>
    public IEnumerable<NpgsqlBatchCommand> Store(IReadOnlyDictionary<string, object?> rows)
    {
        var gone = rows.Where(row => row.Value is null).Select(row => row.Key).ToArray();
        if (gone.Length > 0) yield return Delete(gone);
        if (gone.Length < rows.Count) yield return Command(store, Rows.Write(rows.Values), NpgsqlDbType.Jsonb);
    }

    /// <summary>What a command of <see cref="Load"/> has found.</summary>
    public async Task Read(NpgsqlDataReader reader, Dictionary<string, object?> rows, CancellationToken ct)
    {
        while (await reader.ReadAsync(ct)) rows[reader.GetString(0)] = Rows.Read(reader.GetString(1));
    }

    private static NpgsqlBatchCommand Command<T>(string sql, T value, NpgsqlDbType type) =>
        new(sql) { Parameters = { new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type } } };
}
