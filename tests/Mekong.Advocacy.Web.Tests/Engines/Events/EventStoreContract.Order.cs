using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

public abstract partial class EventStoreContract
{
    /// <summary>Long enough for a reader that does not wait to give itself away.</summary>
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task The_whole_log_is_read_in_the_order_of_its_positions_from_any_place()
    {
        await Log.Note("river-1", 0, "a", "b");
        await Log.Note("river-2", 0, "c");
        await Log.Note("river-1", 2, "d");
        var all = await Log.All();
        Assert.Equal(["a", "b", "c", "d"], Texts(all));
        Assert.Equal(all.Select(happened => happened.Position).Order(), all.Select(happened => happened.Position));
        Assert.Equal(["c", "d"], Texts(await Log.All(all[1].Position)));
        Assert.Empty(await Log.All(all[3].Position));
    }

    [Fact]
    public async Task A_reader_waits_for_a_lower_number_that_is_still_open_and_then_has_all_in_order()
    {
        await Log.Note("river-1", 0, "before");
        var (held, gate) = await Log.Hold("held");
        await Log.Note("river-2", 0, "after");
        var reading = Log.All();
        Assert.NotSame(reading, await Task.WhenAny(reading, Task.Delay(AMoment, Ct)));
        gate.Decision.SetResult(true);
        await held;
        Assert.Equal(["before", "held", "after"], Texts(await reading));
    }

    [Fact]
    public async Task A_reader_passes_a_lower_number_that_was_rolled_back()
    {
        await Log.Note("river-1", 0, "before");
        var (held, gate) = await Log.Hold("held");
        await Log.Note("river-2", 0, "after");
        var reading = Log.All();
        Assert.NotSame(reading, await Task.WhenAny(reading, Task.Delay(AMoment, Ct)));
        gate.Decision.SetResult(false);
        await Assert.ThrowsAsync<RefusedException>(() => held);
        Assert.Equal(["before", "after"], Texts(await reading));
        Assert.Equal(["before", "after"], Texts(await Log.All()));
    }

    [Theory]
    [InlineData(true, new[] { "before", "held" })]
    [InlineData(false, new[] { "before" })]
    public async Task An_open_number_at_the_very_end_of_the_log_is_never_passed(bool commits, string[] expected)
    {
        await Log.Note("river-1", 0, "before");
        var (held, gate) = await Log.Hold("held");
        var reading = Log.All();
        await Task.WhenAny(reading, Task.Delay(AMoment, Ct));
        gate.Decision.SetResult(commits);
        await Record.ExceptionAsync(() => held);
        var first = await reading;
        var rest = await Log.All(first[^1].Position);
        Assert.Equal(expected, Texts([.. first, .. rest]));
    }

    [Fact]
    public async Task Numbers_drawn_in_one_order_and_committed_in_the_other_are_read_by_number()
    {
        var (first, firstGate) = await Log.Hold("first");
        var (second, secondGate) = await Log.Hold("second");
        secondGate.Decision.SetResult(true);
        await second;
        var reading = Log.All();
        Assert.NotSame(reading, await Task.WhenAny(reading, Task.Delay(AMoment, Ct)));
        firstGate.Decision.SetResult(true);
        await first;
        Assert.Equal(["first", "second"], Texts(await reading));
    }

    [Fact]
    public async Task A_long_transaction_that_has_nothing_to_do_with_the_log_holds_no_reader_up()
    {
        await Log.Note("river-1", 0, "before");
        await using var other = await Log.Database.OpenConnectionAsync(Ct);
        await using var transaction = await other.BeginTransactionAsync(Ct);
        await using (var write = new Npgsql.NpgsqlCommand("create table tests.report (id int); insert into tests.report values (1)", other))
            await write.ExecuteNonQueryAsync(Ct);
        await Assert.ThrowsAsync<RefusedException>(() => Log.Note("river-2", 0, "refuse"));
        await Log.Note("river-3", 0, "after");
        Assert.Equal(["before", "after"], Texts(await Log.All()));
        await transaction.RollbackAsync(Ct);
    }

    private static string[] Texts(IEnumerable<Recorded> log) =>
        [.. log.Select(happened => happened.Event is Noted noted ? noted.Text : ((Held)happened.Event).Gate)];
}
