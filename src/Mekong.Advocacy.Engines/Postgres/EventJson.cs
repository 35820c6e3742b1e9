using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>How an event's body is written to jsonb and read back: camelCase, enums by name, key order of no account.</summary>
internal static class EventJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public const string Columns =
        "seq_id, stream_id, version, type, data::text, timestamp, correlation_id, causation_id, nullif(headers, 'null')::text";

    public static string Write(object happened) => StorableText.Json(JsonSerializer.Serialize(happened, happened.GetType(), Options));

    public static object Read(EventCatalog catalog, string name, string body)
    {
        var (type, lifted) = catalog.Resolve(name, () => JsonNode.Parse(body)!.AsObject());
        return (lifted is null ? JsonSerializer.Deserialize(body, type, Options) : lifted.Deserialize(type, Options))!;
    }

    /// <summary>One row of <see cref="Columns"/>.</summary>
    public static Recorded Read(EventCatalog catalog, NpgsqlDataReader row) => new(
        Stream: row.GetString(1),
        Version: row.GetInt64(2),
        Position: row.GetInt64(0),
        At: row.GetFieldValue<DateTimeOffset>(5),
        Event: Read(catalog, row.GetString(3), row.GetString(4)),
        Metadata: ReadMetadata(row));

    /// <summary>Flat and short strings only: Marten reads headers as a dictionary and turns ISO dates into DateTime.</summary>
    public static string WriteHeaders(EventMetadata metadata) => StorableText.Json(JsonSerializer.Serialize(metadata.ActingFor is null
        ? new Dictionary<string, string> { ["actor"] = metadata.Actor }
        : new Dictionary<string, string> { ["actor"] = metadata.Actor, ["actingFor"] = metadata.ActingFor }));

    private static EventMetadata ReadMetadata(NpgsqlDataReader row)
    {
        var headers = row.IsDBNull(8) ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row.GetString(8));
        return new EventMetadata(
            headers is not null && headers.TryGetValue("actor", out var actor) ? actor.ToString() : "unknown",
            headers is not null && headers.TryGetValue("actingFor", out var acting) ? acting.ToString() : null,
            row.IsDBNull(6) ? null : row.GetString(6),
            row.IsDBNull(7) ? null : row.GetString(7));
    }
}
