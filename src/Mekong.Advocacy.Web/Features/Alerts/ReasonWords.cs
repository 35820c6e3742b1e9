using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Says why a message was not delivered, in the reader's language.</summary>
internal static class ReasonWords
{
    /// <summary>Twilio's numbers that mean the same to a reader (docs/api/errors), and the subjects of RFC 3463 §3.</summary>
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["21211"] = "bad-number",
        ["21217"] = "bad-number",
        ["21265"] = "bad-number",
        ["21614"] = "bad-number",
        ["21635"] = "bad-number",
        ["30005"] = "bad-number",
        ["30006"] = "bad-number",
        ["21215"] = "route-closed",
        ["21408"] = "route-closed",
        ["21612"] = "route-closed",
        ["30003"] = "phone-off",
        ["30004"] = "blocked",
        ["30007"] = "filtered",
        ["30036"] = "ran-out",
        ["30410"] = "no-answer",
        ["5.1"] = "bad-address",
        ["5.2"] = "mailbox",
        ["5.3"] = "their-server",
        ["5.4"] = "their-network",
        ["5.6"] = "content",
        ["5.7"] = "policy",
    };

    /// <summary>A code without a meaning of ours is named as it is.</summary>
    public static string Reason(this IStringLocalizer<Words> words, string? reason)
    {
        if (string.IsNullOrEmpty(reason)) return "";
        if (words[$"reason.{reason}"] is { ResourceNotFound: false } ours) return ours;
        var kind = reason.Length > 3 && reason[1] == '.' && reason[3] == '.' ? reason[..3] : reason;
        return Meanings.TryGetValue(kind, out var meaning) ? words["reason.with-code", words[$"reason.{meaning}"], reason] : words["reason.other", reason];
    }
}
