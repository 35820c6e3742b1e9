using System.Buffers;
using System.Globalization;
using System.Text;
using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>A text as the form that Twilio's CreateMessage takes (operation CreateMessage of twilio/twilio-oai, api_v2010).</summary>
internal sealed class TwilioForm(TwilioOptions options)
{
    /// <summary>Twilio's default and most, ten hours: "integers from 1 to 36000".</summary>
    private const int LongestValidity = 36_000;

    [ThreadStatic] private static ArrayBufferWriter<byte>? scratch;

    private readonly byte[] sender = Encoding.ASCII.GetBytes(string.IsNullOrWhiteSpace(options.MessagingServiceSid)
        ? $"&From={Uri.EscapeDataString(options.From!)}" : $"&MessagingServiceSid={Uri.EscapeDataString(options.MessagingServiceSid)}");

    public byte[] Of(SmsMessage message)
    {
        var output = scratch ??= new ArrayBufferWriter<byte>(4096);
        output.ResetWrittenCount();
        Value(message.To, output.Add("To="u8));
        Value(message.Body, output.Add(sender).Add("&Body="u8));
        if (message.StatusCallback is { } callback) Value(options.Public(callback), output.Add("&StatusCallback="u8));
        if (message.Validity is { } validity) output.Add("&ValidityPeriod="u8).Add(Seconds(validity).ToString(CultureInfo.InvariantCulture));
        if (options.KeepNothing) output.Add("&ContentRetention=discard&AddressRetention=obfuscate"u8);
        return output.WrittenSpan.ToArray();
    }

    private static void Value(string text, ArrayBufferWriter<byte> output)
    {
        Span<char> escaped = text.Length <= 256 ? stackalloc char[9 * text.Length] : new char[9 * text.Length]; // three bytes for a character at most
        output.Add(Uri.TryEscapeDataString(text, escaped, out var length) ? escaped[..length] : Uri.EscapeDataString(text));
    }

    public static int Seconds(TimeSpan validity) => (int)Math.Clamp(Math.Floor(validity.TotalSeconds), 1, LongestValidity);
}
