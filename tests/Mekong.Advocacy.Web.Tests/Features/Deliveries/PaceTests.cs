using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

public sealed class PaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);

    private readonly FakeClock clock = new(Now);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Pace Unlimited() => new(new LimitSettings(), "email", clock);

    [Fact]
    public void Without_limits_every_turn_comes_at_once()
    {
        using var pace = Unlimited();
        Assert.True(pace.IsOpen);
        Assert.True(pace.Turn(Ct).IsCompletedSuccessfully);
        Assert.Null(pace.NotYet("example.org"));
    }

    [Fact]
    public void Silence_holds_the_channel_for_2_4_8_16_32_and_60_seconds()
    {
        using var pace = Unlimited();
        foreach (var seconds in new[] { 2, 4, 8, 16, 32, 60, 60 })
        {
            pace.Silence();
            var turn = pace.Turn(Ct);
            clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            Assert.False(pace.IsOpen || turn.IsCompleted);
            clock.Advance(TimeSpan.FromTicks(1));
            Assert.True(pace.IsOpen && turn.IsCompletedSuccessfully);
        }
    }

    [Fact]
    public void Twenty_connections_that_fail_together_are_one_silence()
    {
        using var pace = Unlimited();
        for (var i = 0; i < 20; i++) pace.Silence();
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(pace.IsOpen);
    }

    [Fact]
    public void After_an_answer_the_next_silence_is_a_short_one_again()
    {
        using var pace = Unlimited();
        pace.Silence();
        clock.Advance(TimeSpan.FromSeconds(2));
        pace.Silence();
        pace.Answered();
        clock.Advance(TimeSpan.FromSeconds(4));
        pace.Silence();
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(pace.IsOpen);
    }

    [Fact]
    public async Task Who_waits_may_be_stopped()
    {
        using var pace = Unlimited();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        pace.Silence();
        var turn = pace.Turn(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
    }

    [Fact]
    public void A_destination_has_its_own_limit_and_the_others_have_none()
    {
        using var pace = new Pace(new LimitSettings { Destinations = { ["Gmail.com"] = 1, ["example.org"] = 0 } }, "email", clock);
        Assert.Null(pace.NotYet("gmail.com"));
        Assert.Equal(Now.AddSeconds(1), pace.NotYet("gmail.com"));
        for (var i = 0; i < 100; i++) Assert.Null(pace.NotYet("example.org") ?? pace.NotYet("yahoo.com"));
    }

    [Fact]
    public void A_limited_channel_gives_as_many_turns_as_it_has_and_makes_the_next_wait()
    {
        using var pace = new Pace(new LimitSettings { PerSecond = { ["sms"] = 1 } }, "sms", clock);
        using var mail = new Pace(new LimitSettings { PerSecond = { ["sms"] = 1 } }, "email", clock);
        Assert.False(pace.IsOpen);
        Assert.True(pace.Turn(Ct).IsCompletedSuccessfully);
        Assert.False(pace.Turn(Ct).IsCompleted);
        Assert.True(mail.IsOpen);
    }

    [Fact]
    public void The_bucket_refills_at_the_rate_that_was_set() => Assert.All(Enumerable.Range(1, 500), perSecond =>
    {
        var bucket = Pace.Filling(perSecond);
        Assert.Equal(perSecond, bucket.TokensPerPeriod / bucket.ReplenishmentPeriod.TotalSeconds, perSecond * 0.001);
        Assert.True(bucket.TokenLimit >= bucket.TokensPerPeriod && bucket.TokenLimit <= 1 + perSecond / 10.0);
    });
}
