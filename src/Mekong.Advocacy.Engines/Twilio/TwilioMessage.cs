using System.Text.Json;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>What we read in an answer to a text, be it the message or an error.</summary>
internal readonly record struct TwilioMessage(string? Sid, string? Status, int? Code, string? Message)
{
    /// <summary>Nothing in it where the answer is not one whole JSON object: a proxy's page, a body cut short.</summary>
    public static TwilioMessage Read(ReadOnlySpan<byte> body)
    {
        try { return ReadWhole(body); }
        catch (Exception e) when (e is JsonException or InvalidOperationException) { return default; } // the second: text that is no UTF-8
    }

    private static TwilioMessage ReadWhole(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        var message = default(TwilioMessage);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return default;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("sid"u8)) message = message with { Sid = Text(ref json) };
            else if (json.ValueTextEquals("status"u8)) message = message with { Status = Text(ref json) };
            else if (json.ValueTextEquals("message"u8)) message = message with { Message = Text(ref json) };
            else if (json.ValueTextEquals("code"u8)) message = message with { Code = json.Read() && json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var code) ? code : null };
            json.Skip();
        }
        return json.Read() ? default : message; // to the end: what stands behind it must be nothing
    }

    private static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.String) return null;
        return json.ValueTextEquals("accepted"u8) ? "accepted" : json.ValueTextEquals("queued"u8) ? "queued" : json.GetString();
    }
}
