namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

/// <summary>Who gets a lane.</summary>
public sealed class OuttrayTests : TenLanes
{
    [Fact]
    public void Destinations_take_turns()
    {
        Known("a.example", "b.example");
        Add("a.example", 3);
        Add("b.example", 2);
        Assert.Equal(["a.example", "b.example", "a.example", "b.example", "a.example"], TakeAll().Select(row => row.Destination));
    }

    [Fact]
    public void The_only_destination_may_have_all_the_lanes()
    {
        Known("a.example");
        Add("a.example", 30);
        Assert.Equal(10, TakeAll().Count);
        Assert.Null(Tray.TryTake());
    }

    [Fact]
    public void One_that_nobody_has_heard_from_has_a_fifth_and_one_more_with_each_answer()
    {
        Add("a.example", 30);
        var first = TakeAll();
        Assert.Equal(2, first.Count);
        Answered(first.Take(1));
        Assert.Equal(2, TakeAll().Count);
    }

    [Fact]
    public void One_that_was_quick_some_time_ago_starts_with_a_fifth_again()
    {
        Known("a.example");
        Clock.Advance(TimeSpan.FromSeconds(5));
        Add("a.example", 30);
        Tray.Begin(Tray.TryTake()!.Value.Row);
        Assert.Single(TakeAll());
    }

    [Fact]
    public void A_row_behind_another_to_the_same_place_takes_no_lane_of_its_own()
    {
        Known("a.example");
        Add("a.example", 30);
        var ahead = TakeAll();
        var behind = ahead.Select(row => Tray.TryTake(row)?.Row ?? throw new InvalidOperationException("None for this lane.")).ToList();
        Assert.Null(Tray.TryTake());
        foreach (var (row, next) in ahead.Zip(behind)) Tray.Done(row, next);
        Assert.Null(Tray.TryTake());
        Answered(behind.Take(1));
        Assert.NotNull(Tray.TryTake());
    }

    [Fact]
    public void Nothing_is_put_behind_a_row_to_one_that_has_not_answered_yet()
    {
        Add("new.example", 1);
        var ahead = Assert.Single(TakeAll());
        Add("other.example", 1);
        Assert.Null(Tray.TryTake(ahead));
        Assert.NotNull(Tray.TryTake());
    }

    [Fact]
    public void A_row_behind_another_to_elsewhere_holds_a_lane_in_both_places()
    {
        Known("a.example", "b.example");
        Add("a.example", 1);
        var toA = TakeAll().Single();
        Add("b.example", 30);
        var toB = Tray.TryTake(behind: toA)!.Value.Row;
        Assert.Equal(4, TakeAll().Count); // half of them, for a.example has one
        Tray.Done(toA, still: toB);
        Assert.Equal(5, TakeAll().Count);
    }

    [Fact]
    public void None_has_more_than_half_while_others_wait()
    {
        Known("a.example", "b.example");
        Add("a.example", 30);
        Add("b.example", 30);
        Assert.Equal([5, 5], TakeAll().CountBy(row => row.Destination).Select(count => count.Value));
    }

    [Fact]
    public async Task Who_waits_looks_again_when_the_tray_is_stirred()
    {
        Known("slow.example");
        Add("slow.example", 12);
        Assert.Equal(10, TakeAll().Count);
        var stirred = Tray.Changed;
        Clock.Advance(TimeSpan.FromSeconds(1.1));
        Assert.False(stirred.IsCompleted);
        Tray.Stir();
        await stirred.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_waits_is_woken_by_a_row_and_by_an_answer()
    {
        var added = Tray.Changed;
        Add("a.example", 1);
        await added.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        var answered = Tray.Changed;
        Assert.False(answered.IsCompleted);
        Answered(TakeAll());
        await answered.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }
}
