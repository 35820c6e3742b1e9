using System.Globalization;
using System.Net;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>What Twilio's answer to a text means.</summary>
internal static class TwilioAnswer
{
    private const int LongestReply = 500;

    public static Handover Read(HttpResponseMessage response, TwilioMessage answer, string to, DateTimeOffset now)
    {
        if (response.IsSuccessStatusCode) return Taken(answer);

        var status = (int)response.StatusCode;
        var code = answer.Code;
        // 5xx: only 503 is said not to have been processed. A code in such an answer describes their trouble, not our text.
        var fate = status >= 500 || code is null
            ? ByStatus(response.StatusCode)
            : TwilioErrors.FateOf(code.Value) ?? ByUnknownCode(response.StatusCode);
        var reason = code?.ToString(CultureInfo.InvariantCulture) ?? $"http-{status}";
        return new Handover(fate, reason, Reply(status, answer.Message, to), RetryAfter: RetryAfter(response, now));
    }

    /// <summary>A success without a message in it (a proxy's page, a body cut short) proves nothing: it is looked up afterwards.</summary>
    private static Handover Taken(TwilioMessage answer) => answer.Sid is { Length: > 0 } sid
        ? new Handover(Fate.Accepted, answer.Status ?? "accepted", "Twilio has the text.", sid)
        : new Handover(Fate.Ambiguous, "answer-unreadable", "Success was answered, but no message with it.");

    private static Fate ByStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => Fate.Deferred,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound => Fate.OurFault,
        HttpStatusCode.RequestTimeout => Fate.Ambiguous,
        >= HttpStatusCode.InternalServerError => Fate.Ambiguous,
        < HttpStatusCode.BadRequest => Fate.OurFault, // a redirection: the base URL is wrong
        _ => Fate.Refused,
    };

    private static Fate ByUnknownCode(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => Fate.Deferred,
        HttpStatusCode.Unauthorized => Fate.OurFault,
        _ => Fate.Refused,
    };

    private static string Reply(int status, string? message, string to)
    {
        var text = message is null
            ? $"HTTP {status} without an explanation."
            : E164.Without(message.Replace(to, "[number]", StringComparison.Ordinal));
        if (text.Length <= LongestReply) return text;
        return text[..(char.IsHighSurrogate(text[LongestReply - 1]) ? LongestReply - 1 : LongestReply)];
    }

    /// <summary>RFC 9110 §10.2.3: seconds or a date; a date already past means at once.</summary>
    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
