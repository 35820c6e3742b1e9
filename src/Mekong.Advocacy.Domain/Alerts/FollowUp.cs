using System.Globalization;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Alerts.AlertRefusals;

namespace Mekong.Advocacy.Domain.Alerts;

/// <summary>What may follow an alert that has begun to leave, and what the follow-up says before anybody has changed it.</summary>
public static class FollowUp
{
    /// <summary>Null when such a follow-up may be written now.</summary>
    public static Refusal? Fault(Alert earlier, RelationKind kind) => earlier.Stage switch
    {
        AlertStage.Unwritten => NoSuchAlert,
        _ when !earlier.Begun => NotBegun,
        AlertStage.Sending or AlertStage.Paused when kind == RelationKind.NotReached => StillLeaving,
        _ => null,
    };

    /// <summary>The earlier alert's texts and channels, for those whom the relation names.</summary>
    /// <param name="prefixes">By language, what a correction's subject and text message begin with; none for those not reached.</param>
    public static AlertContent Of(Guid earlierId, AlertContent earlier, RelationKind kind, string name, IReadOnlyDictionary<string, string> prefixes) => earlier with
    {
        Name = name,
        Texts = earlier.Texts.ToDictionary(pair => pair.Key, pair => prefixes.TryGetValue(pair.Key, out var prefix) ? Marked(pair.Value, prefix) : pair.Value),
        Audience = new Audience([], [], [], [], earlier.Audience.Channels) { Relation = new Relation(kind, earlierId) },
    };

    private static AlertText Marked(AlertText text, string prefix) => text with
    {
        Subject = Marked(text.Subject, prefix, ContentRules.LongestSubject),
        Sms = Marked(text.Sms, prefix, ContentRules.LongestSms),
    };

    /// <summary>A correction of a correction says so once. What becomes too long loses its end, between two letters as readers see them.</summary>
    private static string Marked(string text, string prefix, int longest)
    {
        if (text.Length == 0 || text.StartsWith(prefix, StringComparison.Ordinal)) return text;
        var marked = prefix + text;
        if (marked.Length <= longest) return marked;
        return marked[..StringInfo.ParseCombiningCharacters(marked).Last(start => start <= longest)];
    }
}
