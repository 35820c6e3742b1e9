namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

/// <summary>What a destination that answers late may have, and what it takes from the others: nothing.</summary>
public sealed class SlowDestinationTests : TenLanes
{
    /// <summary>One domain takes six seconds for an answer, another none.</summary>
    private void OneIsSlow()
    {
        Add("slow.example", 1);
        var slow = TakeAll();
        Clock.Advance(TimeSpan.FromSeconds(6));
        Answered(slow);
        Add("quick.example", 1);
        Answered(TakeAll());
    }

    [Fact]
    public void When_all_lanes_stood_in_a_pit_the_others_come_first_afterwards()
    {
        Known("slow.example");
        Add("slow.example", 12);
        var late = TakeAll();
        Clock.Advance(TimeSpan.FromSeconds(30));
        Add("quick.example", 4);
        Answered(late);
        Assert.Equal(["quick.example", "quick.example", "slow.example", "slow.example"], TakeAll().Select(row => row.Destination).Order());
    }

    [Fact]
    public void One_that_answers_late_has_a_fifth_and_its_pile_is_put_off_and_does_not_come_back_all_at_once()
    {
        OneIsSlow();
        Add("slow.example", 30);
        var (taken, later) = (0, new List<DateTimeOffset>());
        while (Tray.TryTake() is var (row, until))
        {
            if (until is { } at) later.Add(at);
            else taken++;
            if (until is not null) Tray.Done(row);
        }
        Assert.Equal(2, taken);
        Assert.True(later.Count >= 20 && later.Distinct().Order().SequenceEqual(later) && later[0] == Now.AddSeconds(12), $"{later.Count} from {later[0]}");
    }

    [Fact]
    public void A_pile_that_grows_quickly_is_put_off_before_it_leaves_the_others_no_room()
    {
        Known("slow.example", "quick.example");
        Add("slow.example", 30);
        var late = TakeAll();
        Clock.Advance(TimeSpan.FromSeconds(3));
        Known("quick.example");
        Add("slow.example", 1500);
        var later = 0;
        while (Tray.TryTake() is ({ } row, { }))
        {
            later++;
            Tray.Done(row);
        }
        Assert.Equal(1530 - late.Count - 1000, later); // what stays fills half of the tray
    }

    [Fact]
    public void A_hiccup_puts_nothing_off()
    {
        Known("slow.example", "quick.example");
        Add("slow.example", 30);
        var late = TakeAll();
        Clock.Advance(TimeSpan.FromSeconds(3));
        Known("quick.example");
        Assert.Null(Tray.TryTake());
        Answered(late);
        Assert.Equal(2, TakeAll().Count); // held to its fifth until it answers quickly again
    }

    [Fact]
    public void One_late_answer_among_quick_ones_holds_nobody_back()
    {
        Known("a.example", "quick.example");
        Add("a.example", 30);
        Tray.Begin(Tray.TryTake()!.Value.Row);
        Clock.Advance(TimeSpan.FromSeconds(9));
        var prompt = Tray.TryTake()!.Value.Row;
        Tray.Begin(prompt);
        Tray.Done(prompt);
        Assert.Equal(9, TakeAll().Count);
    }

    [Fact]
    public void The_pile_of_a_slow_one_does_not_count_as_work_for_the_lanes()
    {
        OneIsSlow();
        Add("slow.example", 201);
        Assert.False(Tray.IsFull);
        Add("quick.example", 201);
        Assert.True(Tray.IsFull);
    }

    [Fact]
    public void One_that_has_not_answered_yet_counts_as_late_after_a_second()
    {
        Known("slow.example");
        Add("slow.example", 5);
        Assert.Equal(5, TakeAll().Count);
        Clock.Advance(TimeSpan.FromSeconds(1.1));
        Add("quick.example", 1);
        Answered(TakeAll());
        Add("slow.example", 2);
        Assert.Null(Tray.TryTake());
    }

    [Fact]
    public void Where_all_are_late_nobody_is_held_back()
    {
        for (var i = 0; i < 10; i++)
        {
            Add("a.example", 1);
            Add("b.example", 1);
            var both = TakeAll();
            Clock.Advance(TimeSpan.FromSeconds(6));
            Answered(both);
        }
        Add("a.example", 10);
        Assert.Equal(10, TakeAll().Count);
    }

    [Fact]
    public void One_that_answers_quickly_again_has_its_lanes_back()
    {
        OneIsSlow();
        Known("slow.example");
        Add("slow.example", 9);
        Assert.Equal(9, TakeAll().Count);
    }
}
