using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Deliveries;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Deliveries;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 300, 400)]
    [InlineData(2, 600, 800)]
    [InlineData(3, 1200, 1600)]
    [InlineData(4, 2400, 3200)]
    [InlineData(5, 3000, 4000)]
    [InlineData(int.MaxValue, 3000, 4000)]
    public void It_doubles_up_to_4000_seconds_and_chance_spreads_it_by_a_third(int attempt, int least, int most)
    {
        Assert.Equal(least, Backoff.After(attempt, chance: 0).TotalSeconds, precision: 3);
        Assert.Equal(most, Backoff.After(attempt, chance: 1).TotalSeconds, precision: 3);
    }

    [Fact]
    public void It_stays_between_300_and_4000_seconds_and_never_shrinks() => Quiet.Holds(
        from attempt in Gen.Choose(0, 10_000) from percent in Gen.Choose(0, 100) select (attempt, chance: percent / 100.0),
        next => Backoff.After(next.attempt, next.chance) is { TotalSeconds: >= 299.999 and <= 4000.001 } wait
            && wait <= Backoff.After(next.attempt + 1, next.chance));

    [Fact]
    public void A_longer_wish_of_the_other_side_wins_and_a_shorter_one_does_not() => Quiet.Holds(
        from attempt in Gen.Choose(1, 20) from asked in Gen.Choose(-10, 100_000) select (attempt, asked: TimeSpan.FromSeconds(asked)),
        next => Backoff.After(next.attempt, 0.5, next.asked) == TimeSpan.FromTicks(Math.Max(next.asked.Ticks, Backoff.After(next.attempt, 0.5).Ticks)));

    [Theory]
    [InlineData("email", 5)]
    [InlineData("sms", 1)]
    public void A_message_is_given_up_after_days(string channel, int days) => Assert.Equal(TimeSpan.FromDays(days), Backoff.GiveUpAfter(channel));
}
