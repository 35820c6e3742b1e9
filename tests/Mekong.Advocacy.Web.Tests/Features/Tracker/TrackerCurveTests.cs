using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Features.Tracker;

namespace Mekong.Advocacy.Web.Tests.Features.Tracker;

public sealed class TrackerCurveTests
{
    private static readonly Guid One = new("00000000-0000-0000-0000-000000000001"), Two = new("00000000-0000-0000-0000-000000000002");

    [Fact]
    public void Before_anything_is_kept_overdue_or_broken_there_is_no_picture() =>
        Assert.Null(TrackerCurve.Of([new(One, At(2027, 1, 5), CommitmentStatus.Open), new(One, At(2027, 2, 5), CommitmentStatus.InProgress)], At(2027, 3, 1)));

    [Fact]
    public void Each_month_shows_where_promises_stood_at_its_end()
    {
        var curve = TrackerCurve.Of(
            [
                new(One, At(2027, 1, 5), CommitmentStatus.Open), new(Two, At(2027, 1, 6), CommitmentStatus.Open),
                new(One, At(2027, 2, 28), CommitmentStatus.Overdue), new(One, At(2027, 3, 1), CommitmentStatus.PartlyKept), new(Two, At(2027, 4, 2), CommitmentStatus.Broken),
            ], At(2027, 4, 15))!;
        Assert.Equal([new(new(2027, 1, 1), 0, 0, 0), new(new(2027, 2, 1), 0, 1, 0), new(new(2027, 3, 1), 1, 0, 0), new(new(2027, 4, 1), 1, 0, 1)], curve.Points);
        Assert.Equal(2, curve.Most);
        Assert.Equal([(0, 0), (1, 1), (1, 1), (1, 2)], curve.Columns(2));
    }

    [Theory]
    [InlineData(2027, 1)]
    [InlineData(2030, 3)]
    [InlineData(2040, 12)]
    public void A_longer_time_has_wider_steps(int year, int months)
    {
        var points = TrackerCurve.Of([new(One, At(2027, 2, 5), CommitmentStatus.Kept)], At(year, 12, 31))!.Points;
        Assert.Equal(points[0].From.AddMonths(months), points[1].From);
        Assert.InRange(points.Count, 2, 24);
        Assert.Equal(1, points[^1].Kept);
    }

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_began_this_month_is_drawn_beside_the_month_before()
    {
        var points = TrackerCurve.Of([new(One, At(2027, 1, 5), CommitmentStatus.Kept)], At(2027, 1, 9))!.Points;
        Assert.Equal([new(new(2026, 12, 1), 0, 0, 0), new(new(2027, 1, 1), 1, 0, 0)], points);
    }
}
