using System.Security.Cryptography;
using System.Text;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>
/// Tells Twilio's callbacks from forgeries: X-Twilio-Signature is the base64 HMAC-SHA1, under the account's token, of the URL and
/// the sorted fields (https://www.twilio.com/docs/usage/webhooks/webhooks-security).
/// </summary>
internal static class TwilioSignature
{
    public static bool IsGenuine(TwilioOptions options, string url, IReadOnlyList<KeyValuePair<string, string>> form, string? signature)
    {
        // A JSON callback has no fields and is signed by its URL alone, with a hash of the body in it. Status callbacks are forms,
        // so one without fields says nothing that its signature vouches for.
        if (string.IsNullOrEmpty(signature) || form.Count == 0) return false;
        var given = Encoding.UTF8.GetBytes(signature);
        var fields = Fields(form);
        var genuine = false;
        foreach (var candidate in TwilioUrl.Candidates(url, options.PublicUrl)) // no early way out: every candidate takes its time
            genuine |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Sign(options.AuthToken, candidate + fields)));
        return genuine;
    }

    /// <summary>Names in ordinal order, each with its different values in ordinal order, untrimmed, without anything between.</summary>
    private static string Fields(IReadOnlyList<KeyValuePair<string, string>> form) =>
        string.Concat(form.Distinct()
            .OrderBy(f => f.Key, StringComparer.Ordinal).ThenBy(f => f.Value, StringComparer.Ordinal)
            .Select(f => f.Key + f.Value));

#pragma warning disable CA5350 // HMAC-SHA1 is Twilio's choice; the collisions of SHA-1 do not weaken it as a keyed hash
    private static string Sign(string token, string text) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
