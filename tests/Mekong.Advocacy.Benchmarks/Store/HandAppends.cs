using System.Collections.Concurrent;
using System.Text.Json;
using Mekong.Advocacy.Engines.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace Mekong.Advocacy.Benchmarks.Store;

/// <summary>The reference: the stream's row and the event's row as two prepared inserts in one round trip, a connection for each writer.</summary>
internal sealed class HandAppends : IAsyncDisposable
{
    private const string Stream = "insert into es.mt_streams (id, version, timestamp, created) values ($1, 1, $2, $2)";

    private const string Event = """
        insert into es.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, headers)
        values (nextval('es.mt_events_sequence'), $1, $2, 1, $3, $4, $5, '', $6, $7, $8)
        """;

    private readonly NpgsqlDataSource source;
    private readonly ConcurrentDictionary<int, NpgsqlConnection> connections = [];

    private HandAppends(NpgsqlDataSource source) => this.source = source;

    public static HandAppends On(string database) => new(new NpgsqlDataSourceBuilder(database)
    {
        ConnectionStringBuilder = { MaxAutoPrepare = 20, AutoPrepareMinUsages = 1 },
    }.Build());

    /// <summary>The writer of this number, who has the same connection every time.</summary>
    public async Task<Func<Task>> Writer(int number, CancellationToken ct)
    {
        if (!connections.TryGetValue(number, out var connection)) connections[number] = connection = await source.OpenConnectionAsync(ct);
        return async () =>
        {
            var (stream, at) = (Fact.NewStream(), DateTime.UtcNow);
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(new(Stream) { Parameters = { Of(stream, NpgsqlDbType.Varchar), Of(at, NpgsqlDbType.TimestampTz) } });
            batch.BatchCommands.Add(new(Event)
            {
                Parameters =
                {
                    Of(Guid.CreateVersion7(), NpgsqlDbType.Uuid), Of(stream, NpgsqlDbType.Varchar),
                    Of(JsonSerializer.Serialize(Fact.Registered, EventJson.Options), NpgsqlDbType.Jsonb), Of(Fact.Type, NpgsqlDbType.Varchar),
                    Of(at, NpgsqlDbType.TimestampTz), Of(Fact.Metadata.Correlation!, NpgsqlDbType.Varchar),
                    Of(Fact.Metadata.Causation!, NpgsqlDbType.Varchar), Of($$"""{"actor":"{{Fact.Metadata.Actor}}"}""", NpgsqlDbType.Jsonb),
                },
            });
            await batch.ExecuteNonQueryAsync(ct);
        };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections.Values) await connection.DisposeAsync();
        await source.DisposeAsync();
    }

    private static NpgsqlParameter<T> Of<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };
}
