using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>How an event's body is written to jsonb and read back: camelCase, enums by name, key order of no account.</summary>
internal static class EventJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowOutOfOrderMetadataProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // on its way to jsonb only: Khmer stays three bytes a letter
        Converters = { new JsonStringEnumConverter() },
    };

    public static byte[] Write(object happened) => StorableText.Json(JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), Options));

    public static object Read(EventCatalog catalog, string name, byte[] body)
    {
        var (type, lifted) = catalog.Resolve(name, () => JsonNode.Parse(body)!.AsObject());
        return (lifted is null ? JsonSerializer.Deserialize(body, type, Options) : lifted.Deserialize(type, Options))!;
    }

    /// <summary>Flat and short strings only: Marten reads headers as a dictionary and turns ISO dates into DateTime.</summary>
    public static byte[] WriteHeaders(EventMetadata metadata) => StorableText.Json(JsonSerializer.SerializeToUtf8Bytes(metadata.ActingFor is null
        ? new Dictionary<string, string> { ["actor"] = metadata.Actor }
        : new Dictionary<string, string> { ["actor"] = metadata.Actor, ["actingFor"] = metadata.ActingFor }));

    /// <summary>Marten writes the JSON null where there are none.</summary>
    public static (string Actor, string? ActingFor) ReadHeaders(ReadOnlySpan<byte> headers)
    {
        var read = headers.IsEmpty ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(headers);
        return (Text(read, "actor") ?? "unknown", Text(read, "actingFor"));
    }

    private static string? Text(Dictionary<string, JsonElement>? headers, string name) =>
        headers is not null && headers.TryGetValue(name, out var value) ? value.ToString() : null;
}
