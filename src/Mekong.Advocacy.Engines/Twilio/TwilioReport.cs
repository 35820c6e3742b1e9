using System.Globalization;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>Reads the form of a callback whose signature has been checked. Fields may be added by Twilio without notice.</summary>
internal static class TwilioReport
{
    /// <summary>Null where the form is about something else than a text of ours.</summary>
    public static SmsReport? Read(IReadOnlyList<KeyValuePair<string, string>> form)
    {
        var sid = Value(form, "MessageSid") ?? Value(form, "SmsSid");
        var word = Value(form, "MessageStatus") ?? Value(form, "SmsStatus");
        if (sid is null || word is null || TwilioStatus.Of(word) is not { } status) return null;
        var error = Value(form, "ErrorCode") is { } code && code != "0" ? code : null;
        return new SmsReport(sid, status, error, FateOf(error));
    }

    /// <summary>A text to us. WhatsApp and short codes write their senders otherwise, and are nobody's registered number.</summary>
    public static SmsReceived? ReadText(IReadOnlyList<KeyValuePair<string, string>> form) =>
        (Value(form, "MessageSid") ?? Value(form, "SmsSid")) is { } sid && Value(form, "From") is { } from && E164.IsValid(from)
            ? new SmsReceived(sid, from, Value(form, "To") ?? "", Value(form, "Body") ?? "") : null;

    private static Fate? FateOf(string? error)
    {
        if (error is null) return null;
        return int.TryParse(error, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? TwilioErrors.FateOf(code) ?? Fate.Refused
            : Fate.Refused;
    }

    private static string? Value(IReadOnlyList<KeyValuePair<string, string>> form, string name) =>
        form.FirstOrDefault(f => f.Key == name).Value is { Length: > 0 } value ? value : null;
}
