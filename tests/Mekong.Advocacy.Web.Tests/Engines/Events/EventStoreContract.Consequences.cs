namespace Mekong.Advocacy.Web.Tests.Engines.Events;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task A_view_is_right_when_the_append_returns()
    {
        await Log.Note("river-1", 0, "rain");
        Assert.Equal(["river-1 1"], await Counts());
        await Log.Note("river-1", 1, "flood", "ebb");
        Assert.Equal(["river-1 3"], await Counts());
        await Log.Append("river-1", 3, new Struck());
        Assert.Empty(await Counts());
        await Log.Append("river-1", 4, new Noted("rain"), new Struck(), new Noted("sun"));
        Assert.Equal(["river-1 1"], await Counts());
    }

    [Fact]
    public async Task A_view_in_the_database_equals_a_fold_of_what_is_read()
    {
        await Log.Note("river-1", 0, "rain", "flood");
        await Log.Note("river-2", 0, "ទឹកជំនន់");
        Log.Clock.Now += TimeSpan.FromMinutes(1);
        await Log.Note("river-1", 2, "ebb");
        Assert.Equal(Tally.Over(await Log.All()), await Log.Rows(Log.Inline));
    }

    [Fact]
    public async Task A_view_knows_nothing_of_an_append_that_failed()
    {
        await Log.Note("river-1", 0, "rain");
        await Assert.ThrowsAsync<RefusedException>(() => Log.Note("river-1", 1, "flood", "refuse"));
        await Assert.ThrowsAsync<RefusedException>(() => Log.Note("river-2", 0, "refuse"));
        Assert.Equal(["river-1 1"], await Counts());
        Assert.Equal(["1 rain"], await Story("river-1"));
    }

    [Fact]
    public async Task A_view_that_cannot_read_the_event_stops_the_append()
    {
        Log.Inline.Broken = true;
        await Assert.ThrowsAsync<InvalidDataException>(() => Log.Note("river-1", 0, "spoilt"));
        Assert.Empty(await Log.All());
    }

    [Fact]
    public async Task A_job_that_follows_from_an_event_exists_when_the_append_returns()
    {
        await Log.Note("river-1", 0, "remind");
        var state = Assert.Single(await Log.Jobs.List(Ct));
        Assert.Equal(("remind-river-1", "note"), (state.Job.Key, state.Job.Command));
    }

    [Fact]
    public async Task No_job_follows_from_an_append_that_failed()
    {
        await Assert.ThrowsAsync<RefusedException>(() => Log.Note("river-1", 0, "remind", "refuse"));
        await Log.Note("river-2", 0, "rain");
        await Assert.ThrowsAnyAsync<Exception>(() => Log.Note("river-2", 0, "remind"));
        Assert.Empty(await Log.Jobs.List(Ct));
    }

    [Fact]
    public async Task No_job_is_seen_before_its_append_has_committed()
    {
        var gate = Log.Turnstile.At("held");
        var append = Task.Run(() => Log.Append("river-1", 0, new Noted("remind"), new Held("held")), Ct);
        await gate.Entered.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        Assert.Empty(await Log.Jobs.List(Ct));
        Assert.Empty(await Counts());
        gate.Decision.SetResult(true);
        await append;
        Assert.Single(await Log.Jobs.List(Ct));
        Assert.Equal(["river-1 1"], await Counts());
    }

    private Task<string[]> Counts() => Log.Lines("select id || ' ' || count from tests.tallies order by id");
}
