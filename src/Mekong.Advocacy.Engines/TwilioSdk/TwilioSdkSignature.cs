using Mekong.Advocacy.Engines.Twilio;
using Twilio.Security;

namespace Mekong.Advocacy.Engines.TwilioSdk;

/// <summary>Tells Twilio's callbacks from forgeries by the client's RequestValidator, which knows one value to a name.</summary>
internal static class TwilioSdkSignature
{
    public static bool IsGenuine(
        RequestValidator validator, TwilioOptions options, string url, IReadOnlyList<KeyValuePair<string, string>> form, string? signature)
    {
        // A JSON callback has no fields and is signed by its URL alone. Status callbacks are forms, so one without fields says nothing
        // that its signature vouches for.
        if (string.IsNullOrEmpty(signature) || form.Count == 0) return false;
        var fields = Fields(form);
        var genuine = false;
        foreach (var candidate in TwilioUrl.Candidates(url, options.PublicUrl)) // no early way out: every candidate takes its time
            genuine |= Uri.TryCreate(candidate, UriKind.Absolute, out _) && validator.Validate(candidate, fields, signature);
        return genuine;
    }

    /// <summary>Of a name with several values Twilio signs name and value for each different one, in order: written here as one value.</summary>
    private static Dictionary<string, string> Fields(IReadOnlyList<KeyValuePair<string, string>> form) => form.Distinct().GroupBy(field => field.Key, field => field.Value)
        .ToDictionary(values => values.Key, values => string.Join(values.Key, values.Order(StringComparer.Ordinal)), StringComparer.Ordinal);
}
