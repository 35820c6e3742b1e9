using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Tests.Features.Watching;

public sealed class ProgressTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 14, 30, 0, TimeSpan.Zero); // 21:30 in Bangkok

    private static ProgressCount Row(string channel, string country, long queued, long sent, long failed = 0, long suppressed = 0, long recent = 0, long handled = 0) =>
        new(channel, country, queued + sent + failed + suppressed, queued, 0, sent, failed, suppressed, 0, recent, handled, 0, null, 0, 0, null, Now.AddMinutes(-1));

    private static Progress Of(params ProgressCount[] rows) => Progress.Of(rows, Now.AddMinutes(-10), Now, moves: true);

    [Fact]
    public void The_rate_is_that_of_the_last_half_minute_and_gives_the_time_left()
    {
        var bar = Of(Row("email", "KH", queued: 240, sent: 600, failed: 60, suppressed: 100, recent: 60, handled: 660)).Whole;
        Assert.Equal((900, 660, 7, 2.0, TimeSpan.FromSeconds(120)), (bar.Total, bar.Done, bar.Tenths, bar.PerSecond, bar.Left));
    }

    [Fact]
    public void Where_nothing_came_lately_the_rate_is_that_since_the_start() =>
        Assert.Equal(0.5, Of(Row("sms", "TH", queued: 100, sent: 300, handled: 300)).Whole.PerSecond);

    [Fact]
    public void A_campaign_of_a_few_seconds_is_not_measured_by_half_a_minute()
    {
        var bar = Progress.Of([Row("email", "VN", queued: 90, sent: 50, recent: 50, handled: 50)], Now.AddSeconds(-5), Now, moves: true).Whole;
        Assert.Equal((10.0, TimeSpan.FromSeconds(9)), (bar.PerSecond, bar.Left));
    }

    [Fact]
    public void Channels_go_side_by_side_so_the_slower_one_says_how_long_it_takes()
    {
        var progress = Of(Row("email", "KH", queued: 30, sent: 1, recent: 30), Row("sms", "KH", queued: 600, sent: 1, recent: 60));
        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(300)], progress.Channels.Select(channel => channel.Bar.Left!.Value));
        Assert.Equal(TimeSpan.FromSeconds(300), progress.Whole.Left);
    }

    [Fact]
    public void Who_waits_for_the_morning_does_not_count_into_the_time_left_and_is_told_in_their_own_hour()
    {
        var night = Row("sms", "MM", queued: 40, sent: 0, recent: 1) with { Quiet = 40, QuietUntil = new DateTimeOffset(2026, 12, 2, 1, 30, 0, TimeSpan.Zero) };
        var bar = Of(night).Channels[0].Countries[0];
        Assert.Null(bar.Left);
        Assert.Equal([new Phrase("progress.waits-until", new Phrase("country.MM"), "2026-12-02 08:00")], bar.Happening);
    }

    [Fact]
    public void What_was_put_off_and_what_waits_its_turn_is_said_with_its_number()
    {
        var row = Row("email", "TH", queued: 12, sent: 5) with { Deferred = 7, AgainAt = Now.AddMinutes(10), Paced = 3 };
        Assert.Equal([new Phrase("progress.again-at", 7L, "21:40"), new Phrase("progress.turn", 3L)], Of(row).Channels[0].Countries[0].Happening);
    }

    [Fact]
    public void What_is_over_says_when() =>
        Assert.Equal([new Phrase("progress.finished", "21:59")], Of(Row("sms", "VN", queued: 0, sent: 5) with { LastSettled = Now.AddMinutes(29) }).Channels[0].Countries[0].Happening);

    [Fact]
    public void What_is_paused_has_no_rate() => Assert.Null(Progress.Of([Row("sms", "VN", 10, 10, recent: 10)], Now.AddHours(-1), Now, moves: false).Whole.PerSecond);

    [Fact]
    public void Countries_come_in_the_networks_order() =>
        Assert.Equal(["KH", "CN", "DE"], Of(Row("sms", "DE", 1, 1), Row("sms", "CN", 1, 1), Row("sms", "KH", 1, 1)).Channels[0].Countries.Select(bar => bar.Country!));

    [Theory]
    [InlineData(12.4, "progress.per-second", 12L)]
    [InlineData(0.96, "progress.per-second", 1L)]
    [InlineData(0.5, "progress.per-minute", 30L)]
    public void A_rate_is_a_whole_number(double rate, string key, long number) => Assert.Equal(new Phrase(key, number), ProgressWords.Rate(rate));

    [Fact]
    public void Less_than_one_a_minute_is_no_rate_to_speak_of() => Assert.Null(ProgressWords.Rate(0.001));

    public static TheoryData<int, Phrase> Times => new()
    {
        { 59, new("progress.left-moment") },
        { 61, new("progress.left-minutes", 2L) },
        { 5400, new("progress.left-minutes", 90L) },
        { 7500, new("progress.left-hours", 2L, 5L) },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void Time_left_is_said_roughly(int seconds, Phrase said) => Assert.Equal(said, ProgressWords.Left(TimeSpan.FromSeconds(seconds)));
}
