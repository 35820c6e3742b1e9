using Mekong.Advocacy.Domain.Dialogues;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>How many promises stood so at the end of a month, a quarter or a year.</summary>
/// <param name="From">Its first day.</param>
public sealed record CurvePoint(DateOnly From, int Kept, int Overdue, int Broken);

/// <summary>Promises kept (also in part), overdue and broken as time went by.</summary>
public sealed record TrackerCurve(IReadOnlyList<CurvePoint> Points)
{
    /// <summary>More than these columns nobody tells apart on a phone.</summary>
    private const int MostColumns = 24;

    public int Most => Points.Max(point => point.Kept + point.Overdue + point.Broken);

    /// <summary>Null as long as nothing is kept, overdue or broken.</summary>
    /// <param name="changes">In the order in which they came.</param>
    public static TrackerCurve? Of(IReadOnlyList<StatusChange> changes, DateTimeOffset now)
    {
        if (!changes.Any(change => Layer(change.Status) is not null)) return null;
        var (first, last) = (Month(changes.Min(change => change.At)), Month(now));
        if (first == last) first = first.AddMonths(-1); // one column alone says nothing of time
        var months = (last.Year - first.Year) * 12 + last.Month - first.Month + 1;
        var step = months <= MostColumns ? 1 : months <= MostColumns * 3 ? 3 : 12;
        var (points, standing, next) = (new List<CurvePoint>(), new Dictionary<Guid, CommitmentStatus>(), 0);
        for (var from = first.AddMonths(-((first.Month - 1) % step)); from <= last; from = from.AddMonths(step))
        {
            var end = new DateTimeOffset(from.AddMonths(step).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            for (; next < changes.Count && changes[next].At < end; next++) standing[changes[next].CommitmentId] = changes[next].Status;
            points.Add(new(from, Count(standing, 0), Count(standing, 1), Count(standing, 2)));
        }
        return new(points);
    }

    /// <summary>One layer of columns, to be drawn above those before it.</summary>
    public IReadOnlyList<(long From, long To)> Columns(int layer) => [.. Points.Select(point => layer switch
    {
        0 => (0L, (long)point.Kept),
        1 => (point.Kept, (long)point.Kept + point.Overdue),
        _ => ((long)point.Kept + point.Overdue, (long)point.Kept + point.Overdue + point.Broken),
    })];

    private static int? Layer(CommitmentStatus status) => status switch
    {
        CommitmentStatus.Kept or CommitmentStatus.PartlyKept => 0,
        CommitmentStatus.Overdue => 1,
        CommitmentStatus.Broken => 2,
        _ => null,
    };

    private static int Count(Dictionary<Guid, CommitmentStatus> standing, int layer) => standing.Values.Count(status => Layer(status) == layer);

    private static DateOnly Month(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1);
}
