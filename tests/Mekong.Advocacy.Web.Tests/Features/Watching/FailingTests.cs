using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Tests.Features.Watching;

public sealed class FailingTests
{
    [Theory]
    [InlineData(3, 50, true)] // 6 %
    [InlineData(2, 50, false)]
    [InlineData(2, 49, false)]
    [InlineData(4, 49, false)] // few messages: five have to fail
    [InlineData(5, 49, true)]
    [InlineData(5, 20, true)]
    [InlineData(5, 19, false)]
    [InlineData(49, 1000, false)]
    [InlineData(50, 1000, true)]
    public void One_in_twenty_is_too_much_once_there_are_enough(long failed, long settled, bool tooMuch) =>
        Assert.Equal(tooMuch, new Failing(Guid.Empty, failed, settled, "5.1.1").TooMuch(0.05));

    [Fact]
    public void Nothing_is_too_much_where_it_is_switched_off() => Assert.False(new Failing(Guid.Empty, 100, 100, null).TooMuch(0));

    [Fact]
    public void The_reason_for_the_pause_is_kept_in_figures() =>
        Assert.Equal("12 of 180 failed, mostly 5.1.1", new Failing(Guid.Empty, 12, 180, "5.1.1").Detail);
}
