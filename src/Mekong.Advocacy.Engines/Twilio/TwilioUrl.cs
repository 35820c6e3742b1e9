namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>
/// The spellings of a callback's URL that Twilio may have signed: it is inconsistent about the port. The text is cut, never
/// parsed and written again, because a changed escape would change the signature.
/// </summary>
internal static class TwilioUrl
{
    public static IEnumerable<string> Candidates(string url, Uri? publicUrl)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        if (start < 3) return [url];
        var end = url.IndexOfAny(['/', '?', '#'], start) is var at and >= 0 ? at : url.Length;
        var (scheme, authority, rest) = publicUrl is null
            ? (url[..start], url[start..end], url[end..])
            : ($"{publicUrl.Scheme}://", publicUrl.Authority, url[end..]);

        var colon = authority.IndexOf(':', authority.LastIndexOfAny(['@', ']']) + 1);
        if (colon >= 0) return [scheme + authority + rest, scheme + authority[..colon] + rest];
        var usual = scheme.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        return [scheme + authority + rest, scheme + authority + usual + rest];
    }
}
