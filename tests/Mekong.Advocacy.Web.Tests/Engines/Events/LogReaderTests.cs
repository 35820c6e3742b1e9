using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>What the log may also contain: dead numbers, and the marks that Marten leaves where it failed.</summary>
public sealed class LogReaderTests(TestPostgres postgres)
{
    [Fact]
    public async Task A_log_that_nobody_has_written_to_is_read_as_empty()
    {
        await using var log = await TestLog.Open(postgres);
        Assert.Empty(await log.All());
    }

    [Fact]
    public async Task Dead_numbers_in_the_middle_and_at_the_end_are_passed()
    {
        await using var log = await TestLog.Open(postgres);
        await log.Run("select nextval('es.mt_events_sequence') from generate_series(1, 5)");
        await log.Note("river-1", 0, "rain");
        await log.Run("select nextval('es.mt_events_sequence') from generate_series(1, 3000)");
        await log.Note("river-1", 1, "flood");
        await log.Run("select nextval('es.mt_events_sequence')");
        Assert.Equal([6L, 3007L], (await log.All()).Select(happened => happened.Position));
        Assert.Empty(await log.All(3007));
        Assert.Empty(await log.All(3008));
        Assert.Empty(await log.All(9999));
    }

    [Fact]
    public async Task A_tombstone_is_passed_and_never_handed_out()
    {
        await using var log = await TestLog.Open(postgres);
        await log.Note("river-1", 0, "rain");
        await log.Run("""
            insert into es.mt_streams (id, version) values ('mt_tombstone', 0);
            insert into es.mt_events (seq_id, id, stream_id, version, data, type)
            select nextval('es.mt_events_sequence'), gen_random_uuid(), 'mt_tombstone', currval('es.mt_events_sequence'), '{}', 'tombstone' from generate_series(1, 3);
            """);
        await log.Note("river-1", 1, "flood");
        Assert.Equal([1L, 5L], (await log.All()).Select(happened => happened.Position));
        Assert.Empty(await log.Store.Read("mt_tombstone", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task More_events_than_a_page_holds_come_whole()
    {
        await using var log = await TestLog.Open(postgres);
        await log.Note("river-1", 0, [.. Enumerable.Range(1, 4001).Select(n => $"{n}")]);
        Assert.Equal(Enumerable.Range(1, 4001).Select(n => $"{n}"), (await log.All()).Select(happened => ((Noted)happened.Event).Text));
    }

    [Fact]
    public async Task An_event_by_an_unknown_name_is_an_error_that_says_which()
    {
        await using var log = await TestLog.Open(postgres);
        await log.Note("river-1", 0, "rain");
        await using var older = TestLog.On(log.ConnectionString, new EventCatalog().Add<Struck>("tests.struck.v1"));
        var ct = TestContext.Current.CancellationToken;
        var inStream = await Assert.ThrowsAsync<InvalidOperationException>(() => older.Store.Read("river-1", ct));
        var inLog = await Assert.ThrowsAsync<InvalidOperationException>(() => older.All());
        Assert.Equal(("No event is named tests.noted.v1.", "No event is named tests.noted.v1."), (inStream.Message, inLog.Message));
    }
}
