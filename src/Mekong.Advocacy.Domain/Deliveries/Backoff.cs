namespace Mekong.Advocacy.Domain.Deliveries;

/// <summary>When a deferred message is tried again, and when we give it up.</summary>
public static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4000);

    /// <summary>
    /// 300 s, doubled with each attempt up to 4,000 s (Postfix's minimal and maximal back-off), spread by a fifth either way so
    /// that a thousand greylisted messages do not return in the same second. A longer wish of the other side wins.
    /// </summary>
    /// <param name="attempt">Attempts made so far, from 1.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public static TimeSpan After(int attempt, double chance, TimeSpan? asked = null)
    {
        var seconds = Math.Min(300 * Math.Pow(2, Math.Clamp(attempt - 1, 0, 10)), Longest.TotalSeconds);
        var wait = TimeSpan.FromSeconds(seconds * (0.8 + 0.4 * chance));
        return asked > wait ? asked.Value : wait;
    }

    /// <summary>E-mail is given up after five days (RFC 5321 §4.5.4.1), a text after one: its news is old by then.</summary>
    public static TimeSpan GiveUpAfter(string channel) => TimeSpan.FromDays(channel == Alerts.Channel.Sms ? 1 : 5);
}
