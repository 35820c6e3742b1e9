using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mekong.Advocacy.Domain.Alerts;

/// <summary>
/// The fingerprint an approval binds to: SHA-256 over every text, the audience, the channels and the fallback, each part
/// preceded by its length so that no two contents can read the same. Lists are sorted: their order means nothing.
/// </summary>
public static class ContentHash
{
    /// <summary>64 lower-case hexadecimal digits.</summary>
    public static string Of(AlertContent content)
    {
        var canonical = new StringBuilder("alert.v1");
        foreach (var (language, text) in content.Texts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Add(canonical, "text", language, text.Subject, text.Body, text.Sms);
        Add(canonical, content.Audience);
        Add(canonical, "fallback", content.Fallback.ToString());
        return Digest(canonical);
    }

    /// <summary>Of an audience alone: 64 lower-case hexadecimal digits.</summary>
    public static string Of(Audience audience)
    {
        var canonical = new StringBuilder("audience.v1");
        Add(canonical, audience);
        return Digest(canonical);
    }

    /// <summary>Of one language's text alone: 64 lower-case hexadecimal digits.</summary>
    public static string Of(AlertText text)
    {
        var canonical = new StringBuilder("alert-text.v1");
        Add(canonical, text.Subject, text.Body, text.Sms);
        return Digest(canonical);
    }

    private static void Add(StringBuilder canonical, Audience audience)
    {
        AddSorted(canonical, "countries", audience.Countries);
        AddSorted(canonical, "languages", audience.Languages);
        AddSorted(canonical, "topics", audience.Topics);
        AddSorted(canonical, "organisations", audience.Organisations);
        AddSorted(canonical, "channels", audience.Channels);
        if (audience.Roles.Count > 0) AddSorted(canonical, "roles", audience.Roles); // absent in older content, whose hash stays what it was
        if (audience.Relation is { } relation) Add(canonical, "relation", relation.Kind.ToString(), relation.AlertId.ToString());
    }

    private static string Digest(StringBuilder canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));

    private static void AddSorted(StringBuilder canonical, string name, IEnumerable<string> values) =>
        Add(canonical, [name, .. values.Distinct().Order(StringComparer.Ordinal)]);

    private static void Add(StringBuilder canonical, params string[] parts)
    {
        canonical.Append(CultureInfo.InvariantCulture, $"\n{parts.Length}");
        foreach (var part in parts) canonical.Append(CultureInfo.InvariantCulture, $"|{part.Length}:{part}");
    }
}
