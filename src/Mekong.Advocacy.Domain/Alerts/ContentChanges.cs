using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Domain.Alerts;

/// <summary>One field of one language that reads otherwise than before.</summary>
/// <param name="Field">"subject", "body" or "sms".</param>
public sealed record TextChange(string Language, string Field, string Before, string After);

/// <summary>A rule of the audience that names others than before; nobody named means everybody.</summary>
/// <param name="Rule">"countries", "languages", "topics", "organisations", "roles" or "channels".</param>
public sealed record RuleChange(string Rule, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <summary>What a second reader has to know about an alert that was judged before: every difference that the approval binds.</summary>
public sealed record ContentChanges(IReadOnlyList<TextChange> Texts, IReadOnlyList<RuleChange> Rules, bool Fallback, bool Relation)
{
    private static readonly AlertText Nothing = new("", "", "");

    public bool None => Texts.Count == 0 && Rules.Count == 0 && !Fallback && !Relation;

    public static ContentChanges Between(AlertContent before, AlertContent after) => new(
        [.. Language.All.Union(before.Texts.Keys).Union(after.Texts.Keys).SelectMany(code => TextsOf(code, before, after))],
        [.. RulesOf(before.Audience, after.Audience)],
        before.Fallback != after.Fallback,
        before.Audience.Relation != after.Audience.Relation);

    private static IEnumerable<TextChange> TextsOf(string language, AlertContent before, AlertContent after)
    {
        var (was, now) = (before.Texts.GetValueOrDefault(language) ?? Nothing, after.Texts.GetValueOrDefault(language) ?? Nothing);
        if (was.Subject != now.Subject) yield return new TextChange(language, "subject", was.Subject, now.Subject);
        if (was.Body != now.Body) yield return new TextChange(language, "body", was.Body, now.Body);
        if (was.Sms != now.Sms) yield return new TextChange(language, "sms", was.Sms, now.Sms);
    }

    /// <summary>The order within a list means nothing, as it does to the fingerprint.</summary>
    private static IEnumerable<RuleChange> RulesOf(Audience was, Audience now) => new RuleChange[]
    {
        new("channels", was.Channels, now.Channels),
        new("countries", was.Countries, now.Countries),
        new("languages", was.Languages, now.Languages),
        new("topics", was.Topics, now.Topics),
        new("organisations", was.Organisations, now.Organisations),
        new("roles", was.Roles, now.Roles),
    }.Where(rule => !rule.Before.ToHashSet().SetEquals(rule.After));
}
