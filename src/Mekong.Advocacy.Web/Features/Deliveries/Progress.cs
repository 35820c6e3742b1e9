using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>How far a part of a campaign has come. Pure: everything comes from counted rows and the clock.</summary>
/// <param name="Channel">Null: the whole campaign.</param>
/// <param name="Country">Null: all countries.</param>
/// <param name="Handled">Answered since sending began or was resumed.</param>
/// <param name="PerSecond">Messages that met their fate, per second; null while nothing moves.</param>
/// <param name="Left">Until everything that may leave now has left.</param>
/// <param name="Happening">What is going on, as sentences.</param>
public sealed record ProgressBar(
    string? Channel, string? Country, long Audience, long Open, long Sent, long Failed, long Suppressed, long Expired, long Handled,
    double? PerSecond, TimeSpan? Left, IReadOnlyList<Phrase> Happening)
{
    /// <summary>Those who may be written to at all.</summary>
    public long Total => Audience - Suppressed;

    public long Done => Total - Open;

    /// <summary>Whole tens of a hundred, for those who are told now and then.</summary>
    public int Tenths => Total == 0 ? 10 : (int)(Done * 10 / Total);
}

/// <summary>A campaign's progress: the whole, each channel, and each country within it.</summary>
public sealed record Progress(ProgressBar Whole, IReadOnlyList<(ProgressBar Bar, IReadOnlyList<ProgressBar> Countries)> Channels)
{
    /// <summary>Rates are those of the last half minute.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    /// <param name="since">When sending began or was resumed.</param>
    /// <param name="moves">False while the campaign is paused or over: then there is no rate and no time left.</param>
    public static Progress Of(IReadOnlyList<ProgressCount> rows, DateTimeOffset since, DateTimeOffset now, bool moves)
    {
        var elapsed = now - since < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : now - since;
        var channels = Domain.Alerts.Channel.All.Where(channel => rows.Any(row => row.Channel == channel)).Select(channel =>
        {
            var own = rows.Where(row => row.Channel == channel).OrderBy(row => Rank(row.Country)).ToList();
            return (Bar(own, channel, null), (IReadOnlyList<ProgressBar>)[.. own.Select(row => Bar([row], channel, row.Country))]);
        }).ToList();
        var whole = Bar(rows, null, null) with { Left = channels.Max(channel => channel.Item1.Left) }; // channels go side by side
        return new Progress(whole, channels);

        ProgressBar Bar(IReadOnlyList<ProgressCount> part, string? channel, string? country)
        {
            var open = part.Sum(row => row.Queued + row.Attempted);
            var rate = moves && open > 0 ? Rate(part.Sum(row => row.Recent), part.Sum(row => row.Handled), elapsed) : null;
            var ready = open - part.Sum(row => row.Quiet + row.Deferred);
            TimeSpan? left = rate is { } perSecond && ready > 0 ? TimeSpan.FromSeconds(Math.Ceiling(ready / perSecond)) : null;
            return new ProgressBar(channel, country, part.Sum(row => row.Audience), open, part.Sum(row => row.Sent), part.Sum(row => row.Failed),
                part.Sum(row => row.Suppressed), part.Sum(row => row.Expired), part.Sum(row => row.Handled), rate, left, ProgressWords.Happening(part, channel, country, now));
        }
    }

    private static double? Rate(long recent, long handled, TimeSpan elapsed) =>
        recent > 0 ? recent / Math.Min(elapsed.TotalSeconds, Window.TotalSeconds)
        : handled > 0 ? handled / elapsed.TotalSeconds
        : null;

    private static int Rank(string country) => Country.All.ToList().IndexOf(country) is >= 0 and var known ? known : Country.All.Count;
}
