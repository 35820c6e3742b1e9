using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

public sealed class VerdictTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);

    private static Claimed Row(string channel, int attempts, double ageInHours) => new(
        7, Guid.Empty, Guid.Empty, Guid.Empty, 1, channel, "KH", "km", "attempted", attempts, Now.AddHours(-ageInHours), null, [], [], null, false, false, Batch: 0);

    private static Note On(Fate fate, string channel, int attempts = 0, double hours = 0, string reason = "4.2.2", TimeSpan? retry = null) =>
        Verdict.On(Row(channel, attempts, hours), new Handover(fate, reason, "Reply", "SM1", retry), Now, chance: 0);

    private static Note Final(string state, string? reason) => new(7, state, reason, "Reply", DueAt: null, Counts: true, ProviderId: "SM1");

    private static Note Later(string state, int seconds, bool counts, string reason = "4.2.2") =>
        new(7, state, reason, "Reply", Now.AddSeconds(seconds), counts, ProviderId: null);

    [Theory]
    [InlineData(Fate.Accepted, "sent", null)]
    [InlineData(Fate.Refused, "failed", "4.2.2")]
    [InlineData(Fate.BadAddress, "failed", "4.2.2")]
    [InlineData(Fate.RouteClosed, "failed", "4.2.2")]
    [InlineData(Fate.OptedOut, "suppressed", "opted-out")]
    public void A_clear_answer_settles_the_row_at_any_time(Fate fate, string state, string? reason)
    {
        foreach (var channel in new[] { "email", "sms" })
            foreach (var (attempts, hours) in new[] { (0, 0), (9, 1), (99, 9000) })
                Assert.Equal(Final(state, reason), On(fate, channel, attempts, hours));
    }

    [Theory]
    [InlineData(Fate.OurFault)]
    [InlineData(Fate.Unreachable)]
    public void What_is_not_the_recipients_doing_costs_no_attempt(Fate fate)
    {
        foreach (var channel in new[] { "email", "sms" })
            foreach (var attempts in new[] { 0, 9 })
                Assert.Equal(Later("queued", 0, counts: false), On(fate, channel, attempts, 1));
    }

    [Theory]
    [InlineData("email", 0, 300)]
    [InlineData("sms", 0, 300)]
    [InlineData("email", 1, 600)]
    [InlineData("email", 9, 3000)]
    [InlineData("sms", 40, 3000)]
    public void Not_now_means_later(string channel, int attempts, int seconds) =>
        Assert.Equal(Later("queued", seconds, counts: true), On(Fate.Deferred, channel, attempts));

    [Fact]
    public void Later_is_when_they_ask() =>
        Assert.Equal(Later("queued", 7200, counts: true), On(Fate.Deferred, "email", retry: TimeSpan.FromHours(2)));

    [Theory]
    [InlineData("email", 119.9, "queued")]
    [InlineData("email", 119.95, "expired")]
    [InlineData("sms", 23.9, "queued")]
    [InlineData("sms", 23.95, "expired")]
    public void Old_news_is_given_up_before_it_would_go_again(string channel, double hours, string state)
    {
        var note = On(Fate.Deferred, channel, 0, hours);
        Assert.Equal(state == "queued" ? Later("queued", 300, counts: true) : Final("expired", "too-old"), note);
    }

    [Fact]
    public void They_may_not_ask_us_to_wait_for_longer_than_the_news_lasts() =>
        Assert.Equal(Final("expired", "too-old"), On(Fate.Deferred, "sms", retry: TimeSpan.FromDays(2)));

    [Fact]
    public void A_message_that_breaks_every_connection_is_set_aside_after_ten_attempts()
    {
        Assert.Equal(Later("queued", 3000, counts: true, "connection-lost"), On(Fate.Deferred, "email", 8, reason: "connection-lost"));
        Assert.Equal(Final("failed", "connection-lost"), On(Fate.Deferred, "email", 9, reason: "connection-lost"));
    }

    [Fact]
    public void A_doubtful_text_is_asked_after_soon_and_a_doubtful_mail_goes_again_later()
    {
        Assert.Equal(Later("attempted", 30, counts: true), On(Fate.Ambiguous, "sms"));
        Assert.Equal(Later("attempted", 300, counts: true), On(Fate.Ambiguous, "email"));
    }

    [Theory]
    [InlineData("email", 9, 1)]
    [InlineData("sms", 9, 1)]
    [InlineData("email", 0, 120)]
    [InlineData("sms", 0, 24)]
    public void Doubt_that_nobody_settles_is_never_called_a_failure(string channel, int attempts, int hours) =>
        Assert.Equal(Final("sent", "unconfirmed"), On(Fate.Ambiguous, channel, attempts, hours));

    [Fact]
    public void Every_fate_has_a_verdict() => Assert.All(Enum.GetValues<Fate>(), fate => On(fate, "email"));
}
