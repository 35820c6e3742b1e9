using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>An alert's content as the API spells it; what is left out is empty.</summary>
public sealed record AlertJson(string? Name, Dictionary<string, AlertTextJson?>? Texts, AudienceJson? Audience, string? Fallback)
{
    /// <summary>Line ends become LF and NUL is dropped: neither means anything, and both would change a hash or break a row.</summary>
    public AlertContent ToContent() => new(
        Clean(Name).Trim(),
        (Texts ?? []).ToDictionary(
            pair => pair.Key,
            pair => (pair.Value ?? new(null, null, null)).ToText()),
        new Audience(
            Given(Audience?.Countries), Given(Audience?.Languages), Given(Audience?.Topics),
            Given(Audience?.Organisations), Given(Audience?.Channels))
        {
            Roles = Given(Audience?.Roles),
            Relation = Audience?.Relation,
        },
        Enum.TryParse<Fallback>(Fallback, ignoreCase: true, out var fallback) ? fallback : Domain.Languages.Fallback.English)
    {
        Source = Source ?? Language.English,
    };

    /// <summary>The language the others are translated from; left out: English.</summary>
    public string? Source { get; init; }

    /// <summary>A fallback left out is English; one that nobody knows is refused.</summary>
    internal Refusal? FaultyFallback =>
        Fallback is null or "" || Enum.TryParse<Fallback>(Fallback, ignoreCase: true, out _) && !int.TryParse(Fallback, out _) ? null : AlertRefusals.UnknownFallback with { Detail = Fallback };

    public static AlertJson From(AlertContent content) => new(
        content.Name,
        Language.All.Where(content.Texts.ContainsKey).ToDictionary(
            code => code, AlertTextJson? (code) => new(content.Texts[code].Subject, content.Texts[code].Body, content.Texts[code].Sms)),
        new AudienceJson(
            [.. content.Audience.Countries], [.. content.Audience.Languages], [.. content.Audience.Topics],
            [.. content.Audience.Organisations], [.. content.Audience.Channels],
            [.. content.Audience.Roles], content.Audience.Relation),
        content.Fallback.ToString().ToLowerInvariant())
    {
        Source = content.Source,
    };

    private static string[] Given(string?[]? values) => [.. (values ?? []).OfType<string>()];

    internal static string Clean(string? text) => (text ?? "").ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
}

public sealed record AlertTextJson(string? Subject, string? Body, string? Sms)
{
    public AlertText ToText() => new(AlertJson.Clean(Subject).Trim(), AlertJson.Clean(Body), AlertJson.Clean(Sms).Trim());
}

public sealed record AudienceJson(string?[]? Countries, string?[]? Languages, string?[]? Topics, string?[]? Organisations, string?[]? Channels,
    string?[]? Roles = null, Relation? Relation = null);
