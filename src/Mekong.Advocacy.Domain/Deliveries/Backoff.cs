namespace Mekong.Advocacy.Domain.Deliveries;

/// <summary>When a deferred message is tried again, and when we give it up.</summary>
public static class Backoff
{
    private const double First = 300, LastBegins = 3000;

    /// <summary>
    /// 300 s, doubled with each attempt, up to 4,000 s (Postfix's minimal and maximal back-off), spread by a third so that a thousand
    /// greylisted messages do not return in the same second; never sooner, since greylists mostly ask for five minutes. A longer wish of
    /// the other side wins.
    /// </summary>
    /// <param name="attempt">Attempts made so far, from 1.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public static TimeSpan After(int attempt, double chance, TimeSpan? asked = null)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(First * Math.Pow(2, Math.Clamp(attempt - 1, 0, 10)), LastBegins) * (1 + chance / 3));
        return asked > wait ? asked.Value : wait;
    }

    /// <summary>E-mail is given up after five days (RFC 5321 §4.5.4.1), a text after one: its news is old by then.</summary>
    public static TimeSpan GiveUpAfter(string channel) => TimeSpan.FromDays(channel == Alerts.Channel.Sms ? 1 : 5);
}
