using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>Making views anew in a database that others use, and that a killed rebuild has left things in.</summary>
public sealed class ViewRebuildTests(TestPostgres postgres)
{
    private static readonly Progress<long> Nobody = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_background_view_is_made_anew_while_its_reader_and_four_writers_go_on()
    {
        await using var log = await TestLog.Open(postgres);
        for (var n = 0; n < 20; n++) await log.Note($"river-{n}", 0, [.. Enumerable.Range(0, 50).Select(text => $"{text}")]);
        await log.Reader().Advance(log.Late, Ct);
        await log.Run("update tests.late_tallies set count = -1, last = 'wrong'");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() => Write(log, writer, over.Token), Ct));
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Read(log, over.Token), Ct));
        var others = Task.WhenAll([.. writers, .. readers]);
        for (var turn = 0; turn < 5; turn++) await log.Views.Rebuild("tests.late_tallies", Nobody, Ct);
        await over.CancelAsync();
        await others;
        while (await log.Reader().Advance(log.Late, Ct)) { }
        Assert.Equal(Tally.Over(await log.All()), await log.Rows(log.Late));
    }

    /// <summary>The reader has its place and is folding; the rebuild, which has passed that point, wants place and table.</summary>
    [Fact]
    public async Task A_reader_in_the_middle_of_a_batch_and_a_rebuild_do_not_lock_each_other_out()
    {
        await using var log = await TestLog.Open(postgres);
        await using var other = TestLog.On(log.ConnectionString);
        await log.Note("river-1", 0, "rain");
        await log.Reader().Advance(log.Late, Ct);
        using var entered = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var reading = Task.FromResult(false);
        var rebuilding = other.Views.Rebuild("tests.late_tallies", new Once(async () =>
        {
            await log.Note("river-1", 1, "flood");
            log.Late.Pause = () => { entered.Release(); go.Wait(Patience); };
            reading = Task.Run(() => log.Reader().Advance(log.Late, Ct), Ct);
            Assert.True(await entered.WaitAsync(Patience, Ct));
        }), Ct);
        await Until(log, Locks("not granted"));
        log.Late.Pause = null;
        go.Release();
        await Task.WhenAll(reading, rebuilding);
        Assert.True(await reading);
        while (await log.Reader().Advance(log.Late, Ct)) { }
        Assert.Equal(Tally.Over(await log.All()), await log.Rows(log.Late));
    }

    [Fact]
    public async Task What_a_killed_rebuild_left_behind_does_not_matter()
    {
        await using var log = await TestLog.Open(postgres);
        await log.Note("river-1", 0, "rain");
        await log.Run("create table tests.tallies_rebuilt (id text primary key, count text); insert into tests.tallies_rebuilt values ('river-9', 'wrong')");
        await log.Views.Rebuild("tests.tallies", Nobody, Ct);
        Assert.Equal(Tally.Over(await log.All()), await log.Rows(log.Inline));
        Assert.Equal(["late_tallies", "tallies"], await log.Lines("select tablename::text from pg_tables where schemaname = 'tests' order by 1"));
    }

    [Fact]
    public async Task A_rebuild_that_fails_leaves_the_view_as_it_was_and_the_next_one_succeeds()
    {
        await using var log = await TestLog.Open(postgres);
        await log.Note("river-1", 0, "rain", "spoilt");
        var before = await log.Rows(log.Inline);
        log.Inline.Broken = true;
        await Assert.ThrowsAsync<InvalidDataException>(() => log.Views.Rebuild("tests.tallies", Nobody, Ct));
        Assert.Equal(before, await log.Rows(log.Inline));
        log.Inline.Broken = false;
        await log.Views.Rebuild("tests.tallies", Nobody, Ct);
        Assert.Equal(before, await log.Rows(log.Inline));
    }

    [Fact]
    public async Task Two_rebuilds_of_one_view_at_once_do_not_fold_into_each_other()
    {
        await using var log = await TestLog.Open(postgres);
        await using var other = TestLog.On(log.ConnectionString);
        for (var n = 0; n < 60; n++) await log.Note($"river-{n}", 0, [.. Enumerable.Range(0, 100).Select(text => $"{text}")]);
        await Task.WhenAll(new[] { log, other, log }.Select(node => Task.Run(() => node.Views.Rebuild("tests.tallies", Nobody, Ct), Ct)));
        Assert.Equal(Tally.Over(await log.All()), await log.Rows(log.Inline));
    }

    [Fact]
    public async Task The_indexes_keep_their_names_and_definitions()
    {
        await using var log = await TestLog.Open(postgres);
        const string indexes = """
            select indexdef || coalesce(' ' || pg_get_constraintdef(c.oid), '') from pg_indexes left join pg_constraint c on c.conname = indexname
            where schemaname = 'tests' order by indexname
            """;
        var before = await log.Lines(indexes);
        Assert.Equal(6, before.Length);
        foreach (var view in new[] { "tests.tallies", "tests.late_tallies", "tests.tallies" }) await log.Views.Rebuild(view, Nobody, Ct);
        Assert.Equal(before, await log.Lines(indexes));
    }

    [Fact]
    public async Task A_view_of_no_events_becomes_empty()
    {
        await using var log = await TestLog.Open(postgres);
        await log.Run("insert into tests.tallies values ('river-1', 1, 1, 'never happened', '{}', now())");
        await log.Views.Rebuild("tests.tallies", Nobody, Ct);
        Assert.Empty(await log.Rows(log.Inline));
    }

    private sealed class Once(Func<Task> act) : IProgress<long>
    {
        private bool acted;

        public void Report(long value)
        {
            if (!acted) Task.Run(act).GetAwaiter().GetResult();
            acted = true;
        }
    }

    private static string Locks(string which) =>
        $"select count(*) from pg_locks where {which} and pid in (select pid from pg_stat_activity where datname = current_database())";

    private static async Task Write(TestLog log, int writer, CancellationToken until)
    {
        for (var n = 0; !until.IsCancellationRequested; n++) await log.Note($"brook-{writer}", n, $"{n}");
    }

    private static async Task Read(TestLog log, CancellationToken until)
    {
        while (!until.IsCancellationRequested) await log.Reader().Advance(log.Late, CancellationToken.None);
    }

    private static async Task Until(TestLog log, string count)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (await log.Scalar<long>(count) == 0) await Task.Delay(20, limit.Token);
    }
}
