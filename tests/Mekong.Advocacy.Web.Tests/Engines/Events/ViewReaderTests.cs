using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>Views that may be a moment late.</summary>
public sealed class ViewReaderTests(TestPostgres postgres)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_goes_on_where_it_stopped()
    {
        await using var log = await TestLog.Open(postgres);
        await log.Note("river-1", 0, "rain", "flood");
        Assert.True(await log.Reader().Advance(log.Late, Ct));
        await log.Note("river-1", 2, "ebb");
        Assert.True(await log.Reader().Advance(log.Late, Ct));
        Assert.False(await log.Reader().Advance(log.Late, Ct));
        Assert.Equal(Tally.Over(await log.All()), await log.Rows(log.Late));
        Assert.Equal(3, await log.Scalar<long>("select last_seq_id from es.mt_event_progression where name = 'view/tests.late_tallies'"));
    }

    [Fact]
    public async Task Two_readers_of_one_view_never_fold_an_event_twice()
    {
        await using var log = await TestLog.Open(postgres);
        await using var second = TestLog.On(log.ConnectionString);
        for (var n = 0; n < 30; n++) await log.Note($"river-{n}", 0, [.. Enumerable.Range(0, 100).Select(text => $"{text}")]);
        await Task.WhenAll(new[] { log, second, log, second }.Select(node => Task.Run(() => Exhaust(node), Ct)));
        Assert.Equal(Tally.Over(await log.All()), await log.Rows(log.Late));
    }

    [Fact]
    public async Task While_one_reader_is_at_it_another_turns_away()
    {
        await using var log = await TestLog.Open(postgres);
        await using var second = TestLog.On(log.ConnectionString);
        await log.Note("river-1", 0, "rain");
        using var entered = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        await Exhaust(log);
        await log.Note("river-1", 1, "flood");
        log.Late.Pause = () => { entered.Release(); go.Wait(Patience); };
        var first = Task.Run(() => log.Reader().Advance(log.Late, Ct), Ct);
        Assert.True(await entered.WaitAsync(Patience, Ct));
        Assert.False(await second.Reader().Advance(second.Late, Ct));
        go.Release();
        Assert.True(await first);
        Assert.Equal(Tally.Over(await log.All()), await log.Rows(log.Late));
    }

    [Fact]
    public async Task An_event_that_cannot_be_folded_is_not_lost()
    {
        await using var log = await TestLog.Open(postgres);
        await log.Note("river-1", 0, "rain", "spoilt", "ebb");
        log.Late.Broken = true;
        for (var turn = 0; turn < 2; turn++) await Assert.ThrowsAsync<InvalidDataException>(() => log.Reader().Advance(log.Late, Ct));
        Assert.Empty(await log.Rows(log.Late));
        log.Late.Broken = false;
        Assert.True(await log.Reader().Advance(log.Late, Ct));
        Assert.Equal(Tally.Over(await log.All()), await log.Rows(log.Late));
    }

    [Fact]
    public async Task As_a_service_it_follows_the_log_and_outlives_a_view_that_fails()
    {
        await using var log = await TestLog.Open(postgres);
        log.Late.Broken = true;
        await log.Note("river-1", 0, "spoilt");
        using var reader = log.Reader();
        await reader.StartAsync(Ct);
        await log.Note("river-1", 1, "ebb");
        log.Late.Broken = false;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(Patience);
        while (string.Join("\n", await log.Rows(log.Late)) != string.Join("\n", Tally.Over(await log.All()))) await Task.Delay(50, limit.Token);
        await reader.StopAsync(Ct);
    }

    [Fact]
    public async Task It_leaves_views_that_are_kept_inline_alone()
    {
        await using var log = await TestLog.Open(postgres);
        await log.Note("river-1", 0, "rain");
        await Exhaust(log);
        Assert.Equal(Tally.Over(await log.All()), await log.Rows(log.Inline));
        Assert.Equal(["view/tests.late_tallies"], await log.Lines("select name from es.mt_event_progression"));
    }

    private static async Task Exhaust(TestLog log)
    {
        while (await log.Reader().Advance(log.Late, Ct)) { }
    }
}
