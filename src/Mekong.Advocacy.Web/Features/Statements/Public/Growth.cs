using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts.Reporting;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>How the list grew: organisations that count now, by the hour or day in which they first signed.</summary>
/// <param name="Points">Each step with what it added; steps without a signature are left out.</param>
public sealed record Growth(TimeSpan Step, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<GrowthPoint> Points)
{
    /// <summary>The sums at the end of each step, to be drawn from nought.</summary>
    public IReadOnlyList<(long From, long To)> Columns()
    {
        var added = Points.ToDictionary(point => point.At, point => point.Count);
        var (columns, sum) = (new List<(long, long)>(), 0L);
        for (var at = From; at <= Until; at += Step) columns.Add((0, sum += added.GetValueOrDefault(at)));
        return columns;
    }

    /// <summary>An hour on the axis, as the office's clock shows it.</summary>
    public string Label(DateTimeOffset at) => new TimeCurve(Step, [new(From, 0, 0), new(Until, 0, 0)]).Clock(at);

    /// <summary>Null before the first signature.</summary>
    internal static async Task<Growth?> Read(ITables tables, Guid statementId, PublicCounts counts, CancellationToken ct)
    {
        if (counts.First is not { } first || counts.Last is not { } last) return null;
        var step = TimeCurve.StepFor(last - first);
        var points = await tables.Query<GrowthPoint>("""
            select date_bin(make_interval(secs => @seconds), first_at, timestamptz '2000-01-01 00:00+00') as at, count(*) as count
            from advocacy.sign_ons where statement_id = @statementId and kind = 'Organisation' and stage in ('Live', 'Held') group by 1 order by 1
            """, new { statementId, seconds = step.TotalSeconds }, ct);
        return points.Count == 0 ? null : new(step, points[0].At, points[^1].At, points);
    }
}

/// <summary>How many signed within one step.</summary>
public sealed record GrowthPoint(DateTimeOffset At, long Count);
