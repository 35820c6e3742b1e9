using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Engines.Events.Packaged;

/// <summary>One database, opened by the built-in store and by Marten in turn and at once.</summary>
public sealed class BothEnginesTests(TestPostgres postgres)
{
    private const string River = "ទន្លេមេគង្គ";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_reads_and_continues_what_the_other_has_written()
    {
        await using var builtIn = await TestLog.Open(postgres);
        await using var marten = MartenLogs.On(builtIn.ConnectionString);
        var metadata = new EventMetadata("6a0f", "3S Rivers", "4bf92f3577b34da6", "00f067aa0ba902b7");
        await builtIn.Store.Append([new("river-1", 0, [new Noted(River), new Struck()])], metadata, Ct);
        await marten.Store.Append([new("river-1", 2, [new Noted("rain")]), new("river-2", 0, [new Noted("sun"), new Noted("ebb")])], metadata, Ct);
        await builtIn.Note("river-2", 2, "flood");
        await marten.Note("river-2", 3, "drought");
        Assert.Equal([River, "-", "rain", "sun", "ebb", "flood", "drought"], (await builtIn.All()).Select(happened => (happened.Event as Noted)?.Text ?? "-"));
        Assert.Equal(await builtIn.All(), await marten.All());
        Assert.Equal(await builtIn.Store.Read("river-2", Ct), await marten.Store.Read("river-2", Ct));
        Assert.Equal(Tally.Over(await marten.All()), await builtIn.Rows(builtIn.Inline));
    }

    [Fact]
    public async Task Both_write_the_same_rows()
    {
        await using var builtIn = await TestLog.Open(postgres);
        await using var marten = MartenLogs.On((await Emptied()).ConnectionString);
        foreach (var log in new[] { builtIn, marten })
        {
            await log.Store.Append([new("river-1", 0, [Everything, new Struck()])], new EventMetadata("6a0f", "3S Rivers", "trace", "span"), Ct);
            await log.Note("river-1", 2, "quote \" <b> & ' \u2028 👨‍👩‍👧‍👦");
        }
        Assert.Equal(await Rows(builtIn), await Rows(marten));
        Assert.Equal(3, (await Rows(builtIn)).Length);
    }

    [Fact]
    public async Task Of_writers_of_both_engines_at_one_version_exactly_one_wins_and_no_loser_draws_a_number()
    {
        await using var builtIn = await TestLog.Open(postgres);
        await using var marten = MartenLogs.On(builtIn.ConnectionString);
        for (var version = 0; version < 40; version++)
        {
            var at = version;
            var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Wins(n % 2 == 0 ? builtIn : marten, at), Ct)));
            Assert.Single(won, true);
        }
        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n), (await marten.Store.Read("river-1", Ct)).Select(happened => happened.Version));
        Assert.Equal(40, await builtIn.Scalar<long>("select last_value from es.mt_events_sequence"));
    }

    [Fact]
    public async Task A_background_view_goes_on_under_the_other_engine_and_passes_a_dead_number()
    {
        await using var builtIn = await TestLog.Open(postgres);
        await using var marten = MartenLogs.On(builtIn.ConnectionString);
        await builtIn.Note("river-1", 0, "rain");
        Assert.True(await builtIn.Reader().Advance(builtIn.Late, Ct));
        var (held, gate) = await marten.Hold("held");
        gate.Decision.SetResult(false);
        await Assert.ThrowsAsync<RefusedException>(() => held);
        await builtIn.Note("river-1", 1, "flood");
        Assert.True(await marten.Reader().Advance(marten.Late, Ct).WaitAsync(TimeSpan.FromSeconds(20), Ct));
        await marten.Note("river-1", 2, "ebb");
        Assert.True(await builtIn.Reader().Advance(builtIn.Late, Ct));
        Assert.Equal(Tally.Over(await builtIn.All()), await marten.Rows(marten.Late));
        Assert.Equal([1, 3, 4], (await marten.All()).Select(happened => happened.Position));
    }

    private static readonly Measured Everything = new(1.10m, new DateTimeOffset(2026, 3, 1, 16, 0, 0, TimeSpan.FromHours(7)), new DateOnly(2026, 2, 28), Season.Wet,
        new Dictionary<string, string> { ["zh-Hans"] = "水位", ["KM"] = "កម្ពស់ទឹក" }, null, long.MaxValue, Guid.Parse("0197a0c0-0000-7000-8000-000000000001"));

    private async Task<TestLog> Emptied()
    {
        var log = await TestLog.Open(postgres);
        await log.DisposeAsync();
        return log;
    }

    /// <summary>Without what is each engine's own: the event's id, a CLR type that nobody reads, and how "no headers" is written.</summary>
    private static Task<string[]> Rows(TestLog log) => log.Lines("""
        select concat_ws(' ', seq_id, stream_id, version, data, type, timestamp, tenant_id, coalesce(correlation_id, '-'), coalesce(causation_id, '-'), headers,
          coalesce(is_archived::text, '-'), coalesce(bdata::text, '-')) from es.mt_events order by seq_id
        """);

    private static async Task<bool> Wins(TestLog log, long version)
    {
        try
        {
            await log.Note("river-1", version, "rain");
            return true;
        }
        catch (StreamHasMovedException)
        {
            return false;
        }
    }
}
