using Mekong.Advocacy.Engines.Seams;
using Npgsql;
using NpgsqlTypes;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// One stream's append as one statement: the stream's row is moved first, and only if it stood at the expected version; the
/// events then draw their numbers. A stale append touches nothing and draws none.
/// </summary>
internal static class AppendStatement
{
    private const string Start = """
        with moved as (
          insert into es.mt_streams (id, version, timestamp, created) values (@stream, @count, @at, @at)
          on conflict (id) do nothing returning id)
        """;

    private const string Continue = """
        with moved as (
          update es.mt_streams set version = @expected + @count, timestamp = @at
          where id = @stream and version = @expected and is_archived is not true returning id)
        """;

    // mt_dotnet_type is the empty string on purpose: a null there stops Marten's daemon, a type's name would win over ours.
    private const string Events = """

        insert into es.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, headers)
        select nextval('es.mt_events_sequence'), e.id, moved.id, @expected + e.n, e.body, e.type, @at, '', @correlation, @causation, @headers
        from moved, unnest(@ids, @types, @bodies) with ordinality as e (id, type, body, n)
        order by e.n
        returning seq_id
        """;

    public static NpgsqlBatchCommand For(StreamAppend append, EventCatalog catalog, EventMetadata metadata, DateTimeOffset at) =>
        new((append.ExpectedVersion == 0 ? Start : Continue) + Events)
        {
            Parameters =
            {
                new("stream", StorableText.Plain(append.Stream)),
                new("expected", append.ExpectedVersion),
                new("count", (long)append.Events.Count),
                new("at", at.UtcDateTime),
                new("ids", append.Events.Select(_ => Guid.CreateVersion7(at)).ToArray()),
                new("types", append.Events.Select(e => catalog.NameOf(e.GetType())).ToArray()),
                new("bodies", NpgsqlDbType.Array | NpgsqlDbType.Jsonb) { Value = append.Events.Select(EventJson.Write).ToArray() },
                new("correlation", NpgsqlDbType.Varchar) { Value = (object?)metadata.Correlation ?? DBNull.Value },
                new("causation", NpgsqlDbType.Varchar) { Value = (object?)metadata.Causation ?? DBNull.Value },
                new("headers", NpgsqlDbType.Jsonb) { Value = EventJson.WriteHeaders(metadata) },
            },
        };
}
