using System.Collections.Concurrent;
using System.Net;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>
/// Notices when offers come quicker than people sign. Phones of a whole country can share an address, so nobody is turned away: what is doubtful
/// waits until the office has looked at it. What is counted is kept for an hour, in memory, and never with a name.
/// </summary>
/// <remarks>One signature in a minute and five in five minutes from one address are the limits of the petitions of the United Kingdom's parliament.</remarks>
public sealed class Crowds(AdvocacySettings settings, TimeProvider clock)
{
    private const int MostCounted = 50_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), FiveMinutes = TimeSpan.FromMinutes(5), Hour = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> past = new();

    /// <summary>Counts one more.</summary>
    /// <param name="email">Of a person: many at one domain of somebody's own are doubtful, too.</param>
    public Arrival Of(IPAddress? address, EndorserKind kind, string email)
    {
        if (past.Count > MostCounted) Forget();
        var (limits, doubts) = (settings.Limits, new List<string>());
        if (address is not null)
        {
            var (minute, five, _) = Count($"{kind}/{Places.House(address)}");
            if (kind == EndorserKind.Individual && (minute > limits.SignOnsPerMinute || five > limits.SignOnsPerFiveMinutes)) doubts.Add(Arrival.Quick);
            if (Count($"{kind}/{Places.Range(address)}").Hour > limits.SignOnsPerHour) doubts.Add(Arrival.Crowd);
        }
        if (kind == EndorserKind.Individual && Mailboxes.DomainOf(email) is { } domain && Websites.IsOwn(domain) && Count($"@{domain}").Hour > limits.SignOnsPerHour) doubts.Add(Arrival.Domain);
        return new(address is null ? null : Places.Range(address), doubts);
    }

    private (int Minute, int Five, int Hour) Count(string what)
    {
        var (now, times) = (clock.GetUtcNow(), past.GetOrAdd(what, _ => new()));
        lock (times)
        {
            times.Enqueue(now);
            while (times.Peek() <= now - Hour || times.Count > settings.Limits.SignOnsPerHour * 4) times.Dequeue();
            return (times.Count(at => at > now - Minute), times.Count(at => at > now - FiveMinutes), times.Count);
        }
    }

    private void Forget()
    {
        var before = clock.GetUtcNow() - Hour;
        foreach (var (what, times) in past)
            lock (times)
                if (times.Count == 0 || times.Max() <= before) past.TryRemove(what, out _);
    }
}
