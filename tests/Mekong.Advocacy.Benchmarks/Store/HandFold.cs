using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Mekong.Advocacy.Benchmarks.Measuring;
using Npgsql;
using NpgsqlTypes;

namespace Mekong.Advocacy.Benchmarks.Store;

/// <summary>The reference for a rebuild: one pass over the log, rows in a dictionary, one COPY into a table like the view's.</summary>
internal static class HandFold
{
    private const string Table = "advocacy.consents_by_hand";

    private sealed record Row(Guid Person, string Channel, string? Country, DateOnly On, DateTime? WithdrawnAt, string? Through);

    public static async Task<double> Run(NpgsqlDataSource source, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        await Execute(source, $"drop table if exists {Table}; create table {Table} (like advocacy.consents including all)", ct);
        var rows = await Fold(source, ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {Table} (contact_point_id, person_id, channel, country, given_on, withdrawn_at, withdrawn_through) from stdin (format binary)", ct);
        foreach (var (id, row) in rows) await Write(copy, id, row, ct);
        await copy.CompleteAsync(ct);
        return clock.Elapsed.TotalSeconds;
    }

    /// <exception cref="BenchException">The view is not what was folded by hand.</exception>
    public static async Task MustEqual(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"""
            select (select count(*) from {Table}) = (select count(*) from advocacy.consents)
              and not exists (select from (select * from {Table} except select * from advocacy.consents) differing)
            """);
        if (await command.ExecuteScalarAsync(ct) is not true) throw new BenchException("The view differs from the table folded by hand.");
    }

    private static async Task<Dictionary<Guid, Row>> Fold(NpgsqlDataSource source, CancellationToken ct)
    {
        var rows = new Dictionary<Guid, Row>();
        await using var command = source.CreateCommand("select stream_id, type, data, timestamp from es.mt_events order by seq_id");
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            using var body = JsonDocument.Parse(row.GetFieldValue<byte[]>(2));
            var (e, type) = (body.RootElement, row.GetString(1));
            if (type == "subscriber.consent-given.v1")
            {
                rows[e.GetProperty("contactPointId").GetGuid()] = new(
                    Guid.Parse(row.GetString(0).AsSpan("subscriber-".Length)), e.GetProperty("channel").GetString()!, e.GetProperty("country").GetString(),
                    DateOnly.Parse(e.GetProperty("on").GetString()!, CultureInfo.InvariantCulture), null, null);
            }
            else if (type == "subscriber.consent-withdrawn.v1")
            {
                var id = e.GetProperty("contactPointId").GetGuid();
                rows[id] = rows[id] with { WithdrawnAt = row.GetDateTime(3), Through = e.GetProperty("through").GetString() };
            }
        }
        return rows;
    }

    private static async Task Write(NpgsqlBinaryImporter copy, Guid id, Row row, CancellationToken ct)
    {
        await copy.StartRowAsync(ct);
        await copy.WriteAsync(id, NpgsqlDbType.Uuid, ct);
        await copy.WriteAsync(row.Person, NpgsqlDbType.Uuid, ct);
        await copy.WriteAsync(row.Channel, NpgsqlDbType.Text, ct);
        await (row.Country is null ? copy.WriteNullAsync(ct) : copy.WriteAsync(row.Country, NpgsqlDbType.Text, ct));
        await copy.WriteAsync(row.On, NpgsqlDbType.Date, ct);
        await (row.WithdrawnAt is null ? copy.WriteNullAsync(ct) : copy.WriteAsync(row.WithdrawnAt.Value, NpgsqlDbType.TimestampTz, ct));
        await (row.Through is null ? copy.WriteNullAsync(ct) : copy.WriteAsync(row.Through, NpgsqlDbType.Text, ct));
    }

    private static async Task Execute(NpgsqlDataSource source, string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
