using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// Puts a rebuilt table in the old one's place, under its name and with its indexes' names: a later schema change may speak of them.
/// </summary>
internal static class TableExchange
{
    public static async Task Replace(NpgsqlConnection connection, string table, string beside, CancellationToken ct)
    {
        var (old, made) = (await Indexes(connection, table, ct), await Indexes(connection, beside, ct));
        var dot = table.IndexOf('.', StringComparison.Ordinal);
        var renamed = made.Zip(old, (now, then) => $"alter index {table[..dot]}.{now} rename to {then};");
        await using var exchange = new NpgsqlCommand(
            $"drop table {table}; alter table {beside} rename to {table[(dot + 1)..]}; {string.Concat(renamed)}", connection);
        await exchange.ExecuteNonQueryAsync(ct);
    }

    /// <summary>In the order in which they were made: "create table (like …)" keeps it and invents the names.</summary>
    private static async Task<List<string>> Indexes(NpgsqlConnection connection, string table, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select quote_ident(c.relname) from pg_index i join pg_class c on c.oid = i.indexrelid
            where i.indrelid = @table::regclass order by i.indexrelid
            """, connection)
        { Parameters = { new("table", table) } };
        await using var rows = await command.ExecuteReaderAsync(ct);
        var names = new List<string>();
        while (await rows.ReadAsync(ct)) names.Add(rows.GetString(0));
        return names;
    }
}
