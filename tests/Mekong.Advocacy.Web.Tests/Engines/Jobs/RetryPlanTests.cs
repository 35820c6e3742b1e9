using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Engines.Jobs;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs;

public sealed class RetryPlanTests
{
    [Fact]
    public void Waits_treble_from_5_s_to_10_min_and_the_eighth_attempt_is_the_last() =>
        Assert.Equal([5, 15, 45, 135, 405, 600, 600, null],
            Enumerable.Range(1, 8).Select(n => RetryPlan.Default.WaitAfter(n, roll: 0)?.TotalSeconds));

    [Fact]
    public void A_wait_is_never_shorter_than_the_one_before_nor_longer_than_10_min_however_the_dice_fall() =>
        Prop.ForAll(Gen.Choose(1, 6).ToArbitrary(), Roll, Roll, (attempt, roll, next) =>
        {
            var (wait, after) = (RetryPlan.Default.WaitAfter(attempt, roll), RetryPlan.Default.WaitAfter(attempt + 1, next));
            return wait >= TimeSpan.FromSeconds(5) && after >= wait && after <= TimeSpan.FromMinutes(10);
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void Jobs_that_failed_together_come_back_up_to_a_fifth_apart() =>
        Assert.Equal(TimeSpan.FromSeconds(5.5), RetryPlan.Default.WaitAfter(1, roll: 0.5));

    private static Arbitrary<double> Roll => Gen.Choose(0, 999).Select(n => n / 1000.0).ToArbitrary();
}
