using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Alerts;

namespace Mekong.Advocacy.Web.Tests.Features.Alerts;

public sealed class LocalHourTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 3, 4, 5, TimeSpan.Zero);

    private static DateTimeOffset Utc(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("now")]
    [InlineData(" NOW ")]
    public void Now_needs_no_zone(string text) => Assert.Equal((new LocalHour(Now, null), null), LocalHour.Parse(text, null, Now));

    [Theory]
    [InlineData("2026-12-01T08:00", "Asia/Yangon", "2026-12-01T01:30Z")]
    [InlineData("2026-12-01T08:00", "Asia/Phnom_Penh", "2026-12-01T01:00Z")]
    [InlineData("2026-12-01T08:00:30", "Asia/Shanghai", "2026-12-01T00:00:30Z")]
    [InlineData(" 2026-12-01 08:00 ", "Asia/Vientiane", "2026-12-01T01:00Z")]
    [InlineData("2026-12-01T24:00", "Asia/Bangkok", "2026-12-01T17:00Z")]
    [InlineData("2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59Z")]
    [InlineData("2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00Z")]
    [InlineData("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30Z")] // comes twice: the first
    [InlineData("2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00Z")]
    public void An_hour_is_meant_in_its_zone(string text, string zone, string instant)
    {
        var (hour, refusal) = LocalHour.Parse(text, zone, Now);
        Assert.Null(refusal);
        Assert.Equal(new LocalHour(Utc(instant), zone), hour);
    }

    [Theory]
    [InlineData("2026-03-29T02:00")]
    [InlineData("2026-03-29T02:59")]
    public void An_hour_that_the_change_of_clocks_leaves_out_is_refused(string text) =>
        Assert.Equal((null, new Refusal("alert.hour-does-not-exist", "at", text)), LocalHour.Parse(text, "Europe/Berlin", Now));

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-12-01")]
    [InlineData("08:00")]
    [InlineData("2026-02-30T08:00")]
    [InlineData("2026-12-01T08:00Z")]
    [InlineData("2026-12-01T08:00+07:00")]
    [InlineData("01/12/2026 08:00")]
    [InlineData("២០២៦-១២-០១T០៨:០០")]
    [InlineData("-0044-03-15T08:00")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    public void What_is_no_hour_is_refused_and_quoted(string text)
    {
        var zone = text.StartsWith('9') ? "America/Los_Angeles" : "Asia/Bangkok";
        Assert.Equal((null, new Refusal("alert.hour-not-understood", "at", text)), LocalHour.Parse(text, zone, Now));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Asia/Pnom_Penh")]
    [InlineData("asia/bangkok")]
    [InlineData("+07:00")]
    [InlineData("../../etc/passwd")]
    public void A_zone_nobody_knows_is_refused_and_quoted(string? zone) =>
        Assert.Equal((null, new Refusal("alert.zone-not-known", "zone", zone)), LocalHour.Parse("2026-12-01T08:00", zone, Now));
}
