using System.Globalization;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

public sealed class SmsPoliciesTests
{
    private readonly SmsPolicies policies = new(new AdvocacySettings());

    private static DateTimeOffset Utc(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("KH", 7 * 60)]
    [InlineData("LA", 7 * 60)]
    [InlineData("MM", 6 * 60 + 30)]
    [InlineData("TH", 7 * 60)]
    [InlineData("VN", 7 * 60)]
    [InlineData("CN", 8 * 60)]
    public void Each_country_is_texted_from_8_to_20_of_its_own_clock(string country, int minutesAhead)
    {
        var opens = Utc("2026-12-01T08:00Z").AddMinutes(-minutesAhead);
        Assert.Equal(opens, policies.OpensAt(country, opens.AddHours(-8)));
        Assert.Equal(opens, policies.OpensAt(country, opens.AddTicks(-1)));
        Assert.Null(policies.OpensAt(country, opens));
        Assert.Null(policies.OpensAt(country, opens.AddHours(12).AddTicks(-1)));
        Assert.Equal(opens.AddDays(1), policies.OpensAt(country, opens.AddHours(12)));
        Assert.Equal(opens.AddDays(1), policies.OpensAt(country, opens.AddHours(16).AddTicks(-1)));
    }

    [Fact]
    public void The_last_evening_of_a_year_waits_for_the_next() =>
        Assert.Equal(Utc("2027-01-01T01:00Z"), policies.OpensAt("KH", Utc("2026-12-31T14:00Z")));

    [Fact]
    public void A_country_without_a_rule_has_no_quiet_hours() => Assert.Null(policies.OpensAt("FR", Utc("2026-12-01T02:00Z")));

    [Fact]
    public void A_trial_may_do_without_quiet_hours() =>
        Assert.Null(new SmsPolicies(new AdvocacySettings { Sms = new SmsSettings { QuietHours = false } }).OpensAt("KH", Utc("2026-12-01T20:00Z")));

    [Fact]
    public void China_is_closed_until_an_operator_decides_otherwise() => Assert.Equal(["CN"], policies.Closed);

    [Fact]
    public void An_hour_that_a_change_of_clocks_leaves_out_opens_after_it()
    {
        var policy = new SmsPolicy(true, false, "Europe/Berlin", new TimeOnly(2, 30), new TimeOnly(20, 0), "", new DateOnly(2026, 1, 1));
        Assert.Equal(Utc("2026-03-29T01:30Z"), policy.OpensAt(Utc("2026-03-28T23:00Z")));
    }
}
