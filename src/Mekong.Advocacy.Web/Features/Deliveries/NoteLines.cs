using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Notes as they stand in a <see cref="Notebook"/>: JSON, one to a line.</summary>
internal static partial class NoteLines
{
    public static ReadOnlySpan<byte> Of(IReadOnlyCollection<Note> notes)
    {
        var lines = new ArrayBufferWriter<byte>(256);
        foreach (var note in notes)
        {
            lines.Write(JsonSerializer.SerializeToUtf8Bytes(note, Form.Default.Note));
            lines.Write("\n"u8);
        }
        return lines.WrittenSpan;
    }

    /// <summary>A line that was not finished when the process or the power ended says nothing, nor does one that a full disk cut short.</summary>
    public static IEnumerable<Note> Read(IEnumerable<string> lines) => lines.Select(Read).OfType<Note>();

    private static Note? Read(string line)
    {
        try { return JsonSerializer.Deserialize(line, Form.Default.Note); }
        catch (JsonException) { return null; }
    }

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonSerializable(typeof(Note))]
    private sealed partial class Form : JsonSerializerContext;
}
