using System.Globalization;
using System.Text;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>A text as the form that Twilio's CreateMessage takes (operation CreateMessage of twilio/twilio-oai, api_v2010).</summary>
internal static class TwilioForm
{
    /// <summary>Twilio's default and most, ten hours: "integers from 1 to 36000".</summary>
    private const int LongestValidity = 36_000;

    public static byte[] Of(SmsMessage message, TwilioOptions options) =>
        Encoding.UTF8.GetBytes(string.Join('&', Fields(message, options).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}")));

    private static IEnumerable<(string Name, string Value)> Fields(SmsMessage message, TwilioOptions options)
    {
        yield return ("To", message.To);
        if (!string.IsNullOrWhiteSpace(options.MessagingServiceSid)) yield return ("MessagingServiceSid", options.MessagingServiceSid);
        else yield return ("From", options.From!);
        yield return ("Body", message.Body);
        if (message.StatusCallback is { } callback) yield return ("StatusCallback", Public(callback, options));
        if (message.Validity is { } validity) yield return ("ValidityPeriod", Seconds(validity));
        if (!options.KeepNothing) yield break;
        yield return ("ContentRetention", "discard");
        yield return ("AddressRetention", "obfuscate");
    }

    private static string Public(Uri callback, TwilioOptions options)
    {
        if (callback.IsAbsoluteUri) return callback.AbsoluteUri;
        return options.PublicUrl is { } site
            ? new Uri(site, callback).AbsoluteUri
            : throw new InvalidOperationException("A relative status callback needs TwilioOptions.PublicUrl.");
    }

    private static string Seconds(TimeSpan validity) =>
        ((int)Math.Clamp(Math.Floor(validity.TotalSeconds), 1, LongestValidity)).ToString(CultureInfo.InvariantCulture);
}
