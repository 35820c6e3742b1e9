using System.Text;
using Mekong.Advocacy.Web.Features.Alerts.Reporting;

namespace Mekong.Advocacy.Web.Tests.Features.Watching;

public sealed class ReportTests
{
    private static readonly ReportCount[] Rows =
    [
        new("email", "KH", "km", "sent", null, 60, 40),
        new("email", "KH", "km", "failed", "5.1.1", 3, 0),
        new("sms", "TH", "th", "sent", null, 20, 20),
        new("sms", "TH", "th", "queued", "quiet-hours", 10, 0),
        new("sms", "CN", null, "suppressed", "country-closed", 7, 0),
    ];

    [Fact]
    public void The_office_sees_every_number()
    {
        var figures = ReportFigures.Of(Rows, hide: false);
        Assert.Equal([80, 3, 7, 0, 10, 100], figures.Overall.Cells.Select(cell => cell!.Value));
        Assert.Equal((93, 60, false), (figures.Writable!.Value, figures.Delivered!.Value, figures.HidesAny));
        Assert.Equal(["km", "th", null], figures.Languages.Select(row => row.Key));
        Assert.Equal(["KH", "TH", "CN"], figures.Countries.Select(row => row.Key!));
        Assert.Equal([60, 3, 0, 0, 0, 63], figures.Channels[0].Cells.Select(cell => cell!.Value));
        Assert.Equal([new("failed", "5.1.1", 3), new("suppressed", "country-closed", 7)], figures.Reasons);
    }

    [Fact]
    public void Outside_the_office_a_few_are_hidden_everywhere_with_what_would_give_them_away()
    {
        var figures = ReportFigures.Of(Rows, hide: true);
        Assert.True(figures.HidesAny);
        Assert.Null(figures.Overall.Cells[1]);
        Assert.All(new[] { figures.Languages, figures.Countries, figures.Channels }, table => Assert.Null(table[0].Cells[1]));
        Assert.Null(figures.Reasons.Single(row => row.State == "failed").Count);
        Assert.True(figures.Overall.Cells.Count(cell => cell is null) > 1);
        Assert.DoesNotContain(",3,", Encoding.UTF8.GetString(ReportCsv.Of(figures)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_begins_with_its_mark_and_has_no_formula_in_it()
    {
        var file = ReportCsv.Of([["reply", "ក្រុម"], ["=HYPERLINK(\"x\")", -5L]]);
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal("reply,ក្រុម\r\n\"'=HYPERLINK(\"\"x\"\")\",\"'-5\"\r\n", Encoding.UTF8.GetString(file[3..]));
    }

    [Fact]
    public void A_curve_has_a_step_for_every_minute_also_where_nothing_happened()
    {
        var eight = new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);
        var curve = TimeCurve.Of(TimeSpan.FromMinutes(1), [new(eight, 5, 1), new(eight.AddMinutes(3), 2, 0)]);
        Assert.Equal([5, 0, 0, 2], curve.Points.Select(point => point.Sent));
    }

    [Theory]
    [InlineData(0.01, 1)]
    [InlineData(2, 1)]
    [InlineData(9, 5)]
    [InlineData(30, 60)]
    [InlineData(300, 1440)]
    public void The_longer_it_took_the_wider_the_steps(double hours, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), TimeCurve.StepFor(TimeSpan.FromHours(hours)));

    [Fact]
    public void An_area_is_drawn_in_steps_from_the_left_to_the_right_and_back() =>
        Assert.Equal("M0,150L0,75L170,75L170,0L340,0L340,150L170,150L170,150L0,150Z", Drawing.Steps([(0, 5), (0, 10)], 10));
}
