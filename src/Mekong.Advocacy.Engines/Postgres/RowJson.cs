using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>A view's rows as JSON: the names of the properties in snake_case are the columns.</summary>
internal sealed class RowJson(Type type)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public IReadOnlyList<JsonPropertyInfo> Properties { get; } = [.. Options.GetTypeInfo(type).Properties];

    public IEnumerable<string> Columns => Properties.Select(property => property.Name);

    /// <summary>A value as JSON by itself.</summary>
    public static string Text(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);

    public object? Read(string row) => JsonSerializer.Deserialize(row, type, Options);

    /// <summary>An array of those that are there.</summary>
    public byte[] Write(IEnumerable<object?> rows)
    {
        using var buffer = new MemoryStream(512);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        foreach (var row in rows) if (row is not null) JsonSerializer.Serialize(json, row, type, Options);
        json.WriteEndArray();
        json.Flush();
        return buffer.ToArray();
    }
}
