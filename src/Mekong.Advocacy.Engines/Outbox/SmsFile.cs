using System.Globalization;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Outbox;

/// <summary>One text as it lies in the outbox: three lines about it, an empty one, the body.</summary>
internal sealed record SmsFile(string Id, string To, DateTimeOffset At, string Body)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Id: {Id}\nTo: {To}\nTime: {At:O}\n\n{Body}");

    /// <summary>Null for a file that somebody else has put there.</summary>
    public static SmsFile? Parse(string text) =>
        text.Split('\n', 5) is [var id, var to, var time, "", var body]
        && id.StartsWith("Id: ", StringComparison.Ordinal) && to.StartsWith("To: ", StringComparison.Ordinal)
        && time.StartsWith("Time: ", StringComparison.Ordinal)
        && DateTimeOffset.TryParseExact(time[6..], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new SmsFile(id[4..], to[4..], at, body) : null;

    public SmsTrace ToTrace() => new(Id, Body, SmsStatus.Accepted, At, null);
}
