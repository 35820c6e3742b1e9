using System.Diagnostics;
using Npgsql;

namespace Mekong.Advocacy.Benchmarks.Store;

/// <summary>The reference for reading: one SELECT of the columns that make an event, each value taken, nothing made of it.</summary>
internal static class HandReads
{
    public static async Task<double> Select(NpgsqlDataSource source, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        await using var command = source.CreateCommand(
            "select seq_id, stream_id, version, type, data, timestamp, correlation_id, causation_id, headers from es.mt_events order by seq_id");
        await using var row = await command.ExecuteReaderAsync(ct);
        var bytes = 0L;
        while (await row.ReadAsync(ct))
        {
            bytes += row.GetInt64(0) + row.GetString(1).Length + row.GetInt64(2) + row.GetString(3).Length + row.GetFieldValue<byte[]>(4).Length
                + row.GetDateTime(5).Ticks + row.GetString(6).Length + row.GetString(7).Length + row.GetFieldValue<byte[]>(8).Length;
        }
        return bytes != 0 ? clock.Elapsed.TotalSeconds : 0;
    }
}
