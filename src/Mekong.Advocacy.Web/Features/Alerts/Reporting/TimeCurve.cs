using System.Globalization;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Features.Alerts.Reporting;

/// <summary>What was answered within one step of time.</summary>
public sealed record CurvePoint(DateTimeOffset At, long Sent, long Failed);

/// <summary>How a campaign ran through time: minutes for a short one, hours for a long one.</summary>
public sealed record TimeCurve(TimeSpan Step, IReadOnlyList<CurvePoint> Points)
{
    private sealed record Span(DateTimeOffset? First, DateTimeOffset? Last);

    /// <summary>An hour on the axis, as the office's clock shows it.</summary>
    public string Clock(DateTimeOffset at) => CountryClock.In(at, CountryClock.Office).ToString(
        Step.TotalDays >= 1 ? "MM'-'dd" : Points[^1].At - Points[0].At > TimeSpan.FromDays(1) ? "MM'-'dd HH':'mm" : "HH':'mm", CultureInfo.InvariantCulture);

    public static TimeSpan StepFor(TimeSpan span) => span.TotalHours switch
    {
        <= 2 => TimeSpan.FromMinutes(1),
        <= 10 => TimeSpan.FromMinutes(5),
        <= 240 => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    /// <summary>Steps in which nothing happened are nought, not left out.</summary>
    public static TimeCurve Of(TimeSpan step, IReadOnlyList<CurvePoint> found)
    {
        if (found.Count == 0) return new(step, []);
        var known = found.ToDictionary(point => point.At);
        var (first, last) = (found.Min(point => point.At), found.Max(point => point.At));
        return new(step, [.. Enumerable.Range(0, (int)((last - first) / step) + 1).Select(i => known.GetValueOrDefault(first + i * step) ?? new(first + i * step, 0, 0))]);
    }

    internal static async Task<TimeCurve> Read(ITables tables, Guid alertId, CancellationToken ct)
    {
        var span = (await tables.Query<Span>(
            "select min(settled_at) as first, max(settled_at) as last from advocacy.deliveries where alert_id = @alertId and state in ('sent', 'failed')", new { alertId }, ct))[0];
        if (span.First is not { } first || span.Last is not { } last) return new(TimeSpan.FromMinutes(1), []);
        var step = StepFor(last - first);
        return Of(step, await tables.Query<CurvePoint>("""
            select date_bin(make_interval(secs => @seconds), settled_at, timestamptz '2000-01-01 00:00+00') as at,
              count(*) filter (where state = 'sent') as sent, count(*) filter (where state = 'failed') as failed
            from advocacy.deliveries where alert_id = @alertId and state in ('sent', 'failed') group by 1 order by 1
            """, new { alertId, seconds = step.TotalSeconds }, ct));
    }
}
