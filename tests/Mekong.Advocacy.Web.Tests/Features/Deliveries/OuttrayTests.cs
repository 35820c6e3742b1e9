using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

/// <summary>Ten lanes, and who gets one.</summary>
public sealed class OuttrayTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);

    private readonly FakeClock clock = new(Now);
    private readonly Outtray tray;
    private long last;

    public OuttrayTests() => tray = new Outtray(lanes: 10, clock);

    private void Add(string destination, int count) => tray.Add(Enumerable.Range(0, count).Select(_ => new Addressed(
        new Claimed(++last, Guid.Empty, Guid.Empty, Guid.Empty, last, "email", "KH", "km", "queued", 0, Now, null, [], [], null, false, false, 1), "", destination)));

    private List<Addressed> TakeAll()
    {
        var taken = new List<Addressed>();
        while (tray.TryTake() is var (row, until))
        {
            Assert.Null(until);
            tray.Begin(row);
            taken.Add(row);
        }
        return taken;
    }

    private void Answered(IEnumerable<Addressed> rows)
    {
        foreach (var row in rows.ToList()) tray.Done(row);
    }

    /// <summary>They have answered before, at once.</summary>
    private void Known(params string[] names)
    {
        for (var i = 0; i < 10; i++)
        {
            foreach (var name in names) Add(name, 1);
            Answered(TakeAll());
        }
    }

    /// <summary>One domain takes six seconds for an answer, another none.</summary>
    private void OneIsSlow()
    {
        Add("slow.example", 1);
        var slow = TakeAll();
        clock.Advance(TimeSpan.FromSeconds(6));
        Answered(slow);
        Add("quick.example", 1);
        Answered(TakeAll());
    }

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
        Assert.Null(tray.TryTake());
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
        clock.Advance(TimeSpan.FromSeconds(5));
        Add("a.example", 30);
        tray.Begin(tray.TryTake()!.Value.Row);
        Assert.Single(TakeAll());
    }

    [Fact]
    public void When_all_lanes_stood_in_a_pit_the_others_come_first_afterwards()
    {
        Known("slow.example");
        Add("slow.example", 12);
        var late = TakeAll();
        clock.Advance(TimeSpan.FromSeconds(30));
        Add("quick.example", 4);
        Answered(late);
        Assert.Equal(["quick.example", "quick.example", "slow.example", "slow.example"], TakeAll().Select(row => row.Destination).Order());
    }

    [Fact]
    public void A_row_behind_another_to_the_same_place_takes_no_lane_of_its_own()
    {
        Known("a.example");
        Add("a.example", 30);
        var ahead = TakeAll();
        var behind = ahead.Select(row => tray.TryTake(row)?.Row ?? throw new InvalidOperationException("None for this lane.")).ToList();
        Assert.Null(tray.TryTake());
        foreach (var (row, next) in ahead.Zip(behind)) tray.Done(row, next);
        Assert.Null(tray.TryTake());
        Answered(behind.Take(1));
        Assert.NotNull(tray.TryTake());
    }

    [Fact]
    public void A_row_behind_another_to_elsewhere_counts_in_both_places()
    {
        Known("a.example", "b.example");
        Add("a.example", 30);
        Add("b.example", 30);
        var toA = TakeAll().First(row => row.Destination == "a.example");
        Assert.Equal("a.example", tray.TryTake(behind: toA)?.Row.Destination);
        Assert.Null(tray.TryTake());
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
    public void One_that_answers_late_has_a_fifth_and_its_pile_is_put_off_and_does_not_come_back_all_at_once()
    {
        OneIsSlow();
        Add("slow.example", 30);
        var (taken, later) = (0, new List<DateTimeOffset>());
        while (tray.TryTake() is var (row, until))
        {
            if (until is { } at) later.Add(at);
            else taken++;
            if (until is not null) tray.Done(row);
        }
        Assert.Equal(2, taken);
        Assert.True(later.Count >= 20 && later.Distinct().Order().SequenceEqual(later) && later[0] == Now.AddSeconds(12), $"{later.Count} from {later[0]}");
    }

    [Fact]
    public void A_hiccup_puts_nothing_off()
    {
        Known("slow.example", "quick.example");
        Add("slow.example", 30);
        var late = TakeAll();
        clock.Advance(TimeSpan.FromSeconds(3));
        Known("quick.example");
        Assert.Null(tray.TryTake());
        Answered(late);
        Assert.Equal(2, TakeAll().Count); // held to its fifth until it answers quickly again
    }

    [Fact]
    public void One_late_answer_among_quick_ones_holds_nobody_back()
    {
        Known("a.example", "quick.example");
        Add("a.example", 30);
        tray.Begin(tray.TryTake()!.Value.Row);
        clock.Advance(TimeSpan.FromSeconds(9));
        var prompt = tray.TryTake()!.Value.Row;
        tray.Begin(prompt);
        tray.Done(prompt);
        Assert.Equal(9, TakeAll().Count);
    }

    [Fact]
    public void The_pile_of_a_slow_one_does_not_count_as_work_for_the_lanes()
    {
        OneIsSlow();
        Add("slow.example", 201);
        Assert.False(tray.IsFull);
        Add("quick.example", 201);
        Assert.True(tray.IsFull);
    }

    [Fact]
    public void One_that_has_not_answered_yet_counts_as_late_after_a_second()
    {
        Known("slow.example");
        Add("slow.example", 5);
        Assert.Equal(5, TakeAll().Count);
        clock.Advance(TimeSpan.FromSeconds(1.1));
        Add("quick.example", 1);
        Answered(TakeAll());
        Add("slow.example", 2);
        Assert.Null(tray.TryTake());
    }

    [Fact]
    public void Where_all_are_late_nobody_is_held_back()
    {
        for (var i = 0; i < 10; i++)
        {
            Add("a.example", 1);
            Add("b.example", 1);
            var both = TakeAll();
            clock.Advance(TimeSpan.FromSeconds(6));
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

    [Fact]
    public async Task Who_waits_looks_again_when_the_tray_is_stirred()
    {
        Known("slow.example");
        Add("slow.example", 12);
        Assert.Equal(10, TakeAll().Count);
        var stirred = tray.Changed;
        clock.Advance(TimeSpan.FromSeconds(1.1));
        Assert.False(stirred.IsCompleted);
        tray.Stir();
        await stirred.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_waits_is_woken_by_a_row_and_by_an_answer()
    {
        var added = tray.Changed;
        Add("a.example", 1);
        await added.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        var answered = tray.Changed;
        Assert.False(answered.IsCompleted);
        Answered(TakeAll());
        await answered.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }
}
