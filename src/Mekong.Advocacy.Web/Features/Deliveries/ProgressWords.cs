namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>What happens in a campaign, in words and their numbers.</summary>
internal static class ProgressWords
{
    public static IReadOnlyList<Phrase> Happening(IReadOnlyList<ProgressCount> part, string? channel, string? country, DateTimeOffset now)
    {
        var zone = country is null ? CountryClock.Office : CountryClock.ZoneOf(country);
        if (part.Count > 0 && part.All(row => row.Queued + row.Attempted == 0))
            return channel is not null && part.Any(row => row.Audience > row.Suppressed) && part.Max(row => row.LastSettled) is { } last ? [new("progress.finished", CountryClock.Hour(last, now, zone))] : [];
        if (country is null) return [];
        var row = part[0];
        var said = new List<Phrase>();
        if (row.QuietUntil is { } opens) said.Add(new("progress.waits-until", new Phrase($"country.{country}"), CountryClock.Hour(opens, now, zone)));
        if (row.AgainAt is { } again) said.Add(new("progress.again-at", row.Deferred, CountryClock.Hour(again, now, zone)));
        if (row.Paced > 0) said.Add(new("progress.turn", row.Paced));
        return said;
    }

    /// <summary>Per second where that is a whole number, else per minute; nothing where even that would be none.</summary>
    public static Phrase? Rate(double? perSecond) => perSecond switch
    {
        null => null,
        >= 0.95 and var rate => new("progress.per-second", (long)Math.Round(rate)),
        var rate when Math.Round(rate.Value * 60) is >= 1 and var perMinute => new("progress.per-minute", (long)perMinute),
        _ => null,
    };

    public static Phrase? Left(TimeSpan? left) => left switch
    {
        null => null,
        { TotalSeconds: <= 60 } => new("progress.left-moment"),
        { TotalMinutes: <= 90 } some => new("progress.left-minutes", (long)Math.Ceiling(some.TotalMinutes)),
        { } much => new("progress.left-hours", (long)much.TotalHours, (long)much.Minutes),
    };
}
