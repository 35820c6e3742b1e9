using System.Diagnostics;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mekong.Advocacy.Benchmarks.Seeding;

/// <summary>Fills a database with readers as imports of lists would leave them, but a thousand times as fast.</summary>
internal static class Seeder
{
    private const int ChunkSize = 20_000;

    public static async Task Seed(string database, IVault vault, int readers, bool events, ILogger log, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        // Foreign keys hold by how the rows are made; asking for each would take longer than all the rest.
        var settings = new NpgsqlConnectionStringBuilder(database) { Options = "-c session_replication_role=replica -c synchronous_commit=off", Pooling = false, CommandTimeout = 600 };
        await using var source = NpgsqlDataSource.Create(settings.ConnectionString);
        foreach (var chunk in Enumerable.Range(1, readers).Chunk(ChunkSize))
        {
            var rows = chunk.AsParallel().AsOrdered().Select(number => SeedRow.Of(Reader.Of(number), vault)).ToList();
            await Task.WhenAll(SeedTables.All.Where(table => events || !table.IsLog).Select(table => table.Copy(source, rows, ct)));
        }
        await Run(source, "select setval('es.mt_events_sequence', greatest(1, (select max(seq_id) from es.mt_events)))", ct);
        await Run(source, "vacuum (analyze)", ct); // what autovacuum has done long ago where lists grow over years
        log.LogInformation("{Readers} readers entered in {Seconds:0.0} s.", readers, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private static async Task Run(NpgsqlDataSource source, string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
