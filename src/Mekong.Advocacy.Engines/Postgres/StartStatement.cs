using Mekong.Advocacy.Engines.Seams;
using Npgsql;
using NpgsqlTypes;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>The beginnings of several streams: one statement for their rows (23505 if one exists already), one for all their events.</summary>
internal static class StartStatement
{
    private const string Streams = """
        insert into es.mt_streams (id, version, timestamp, created)
        select s.id, s.version, s.at, s.at from unnest($1, $2, $3) as s (id, version, at)
        """;

    // mt_dotnet_type is the empty string on purpose, see AppendStatement.
    private const string Events = """
        insert into es.mt_events (seq_id, stream_id, version, timestamp, mt_dotnet_type, correlation_id, causation_id, headers, id, type, data)
        select nextval('es.mt_events_sequence'), e.stream, e.version, e.at, '', e.correlation, e.causation, e.headers, e.id, e.type, e.body
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) with ordinality as e (stream, version, at, correlation, causation, headers, id, type, body, n)
        order by e.n returning seq_id
        """;

    public static IEnumerable<NpgsqlBatchCommand> For(IReadOnlyList<PendingAppend> starts, EventCatalog catalog)
    {
        yield return new(Streams)
        {
            Parameters =
            {
                Array(starts.Select(start => StorableText.Plain(start.Streams[0].Stream)), NpgsqlDbType.Varchar),
                Array(starts.Select(start => (long)start.Drafts.Count), NpgsqlDbType.Bigint),
                Array(starts.Select(start => start.At.UtcDateTime), NpgsqlDbType.TimestampTz),
            },
        };
        var events = starts.SelectMany(start => start.Drafts).ToList();
        yield return new(Events)
        {
            Parameters =
            {
                Array(events.Select(e => StorableText.Plain(e.Stream)), NpgsqlDbType.Varchar),
                Array(events.Select(e => e.Version), NpgsqlDbType.Bigint),
                Array(events.Select(e => e.At.UtcDateTime), NpgsqlDbType.TimestampTz),
                Array(events.Select(e => Plain(e.Metadata.Correlation)), NpgsqlDbType.Varchar),
                Array(events.Select(e => Plain(e.Metadata.Causation)), NpgsqlDbType.Varchar),
                Array(starts.SelectMany(start => Enumerable.Repeat(EventJson.WriteHeaders(start.Metadata), start.Drafts.Count)), NpgsqlDbType.Jsonb),
                Array(events.Select(e => Guid.CreateVersion7(e.At)), NpgsqlDbType.Uuid),
                Array(events.Select(e => catalog.NameOf(e.Event.GetType())), NpgsqlDbType.Varchar),
                Array(events.Select(e => EventJson.Write(e.Event)), NpgsqlDbType.Jsonb),
            },
        };
    }

    private static string? Plain(string? text) => text is null ? null : StorableText.Plain(text);

    private static NpgsqlParameter<T[]> Array<T>(IEnumerable<T> values, NpgsqlDbType type) => new() { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | type };
}
