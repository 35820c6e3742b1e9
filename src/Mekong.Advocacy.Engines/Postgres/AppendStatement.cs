using Mekong.Advocacy.Engines.Seams;
using Npgsql;
using NpgsqlTypes;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// One stream's append. The stream's row comes first, and only if it stood at the expected version do the events draw their numbers:
/// a new stream's row must not exist yet (else 23505, and the rest is not run), an old one's is moved in the same statement.
/// </summary>
internal static class AppendStatement
{
    private const string Start = "insert into es.mt_streams (id, version, timestamp, created) values ($1, $2, $3, $3)";

    // Parameters: $1 stream, $2 expected version, $3 how many events, $4 time, $5 correlation, $6 causation, $7 headers; the events' own follow.
    private const string Move = """
        with moved as (
          update es.mt_streams set version = $2 + $3, timestamp = $4
          where id = $1 and version = $2 and is_archived is not true returning id)

        """;

    // mt_dotnet_type is the empty string on purpose: a null there stops Marten's daemon, a type's name would win over ours.
    private const string Into = """
        insert into es.mt_events (seq_id, stream_id, timestamp, mt_dotnet_type, correlation_id, causation_id, headers, version, id, type, data)
        select nextval('es.mt_events_sequence'), $1, $4, '', $5, $6, $7, $2 +
        """;

    private const string One = " $3, $8, $9, $10", Many = " e.n, e.id, e.type, e.body", Numbers = " returning seq_id";
    private const string Events = "unnest($8, $9, $10) with ordinality as e (id, type, body, n)", InOrder = " order by e.n" + Numbers;

    private const string
        StartOne = Into + One + Numbers,
        StartMany = Into + Many + " from " + Events + InOrder,
        MoveOne = Move + Into + One + " from moved" + Numbers,
        MoveMany = Move + Into + Many + " from moved, " + Events + InOrder;

    public static IEnumerable<NpgsqlBatchCommand> For(StreamAppend append, EventCatalog catalog, EventMetadata metadata, byte[] headers, DateTimeOffset at)
    {
        var (starts, single, count) = (append.ExpectedVersion == 0, append.Events.Count == 1, (long)append.Events.Count);
        var (stream, time) = (StorableText.Plain(append.Stream), at.UtcDateTime);
        var command = new NpgsqlBatchCommand(single ? starts ? StartOne : MoveOne : starts ? StartMany : MoveMany)
        {
            Parameters =
            {
                Typed(stream, NpgsqlDbType.Varchar),
                Typed(append.ExpectedVersion, NpgsqlDbType.Bigint),
                Typed(count, NpgsqlDbType.Bigint),
                Typed(time, NpgsqlDbType.TimestampTz),
                Text(metadata.Correlation),
                Text(metadata.Causation),
                Typed(headers, NpgsqlDbType.Jsonb),
            },
        };
        if (single) AddOne(command, append.Events[0], catalog, at);
        else AddMany(command, append.Events, catalog, at);
        if (!starts) return [command];
        return [new(Start) { Parameters = { Typed(stream, NpgsqlDbType.Varchar), Typed(count, NpgsqlDbType.Bigint), Typed(time, NpgsqlDbType.TimestampTz) } }, command];
    }

    /// <summary>The stream whose command failed; null: it was none of ours.</summary>
    public static string? StreamOf(NpgsqlBatchCommand? failed) => failed is { Parameters: [{ Value: string stream }, ..] } ? stream : null;

    private static void AddOne(NpgsqlBatchCommand command, object happened, EventCatalog catalog, DateTimeOffset at)
    {
        command.Parameters.Add(Typed(Guid.CreateVersion7(at), NpgsqlDbType.Uuid));
        command.Parameters.Add(Typed(catalog.NameOf(happened.GetType()), NpgsqlDbType.Varchar));
        command.Parameters.Add(Typed(EventJson.Write(happened), NpgsqlDbType.Jsonb));
    }

    private static void AddMany(NpgsqlBatchCommand command, IReadOnlyList<object> events, EventCatalog catalog, DateTimeOffset at)
    {
        command.Parameters.Add(Typed(events.Select(_ => Guid.CreateVersion7(at)).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid));
        command.Parameters.Add(Typed(events.Select(e => catalog.NameOf(e.GetType())).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Varchar));
        command.Parameters.Add(Typed(events.Select(EventJson.Write).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Jsonb));
    }

    private static NpgsqlParameter<T> Typed<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };

    private static NpgsqlParameter<string?> Text(string? value) => Typed(value is null ? null : StorableText.Plain(value), NpgsqlDbType.Varchar);
}
