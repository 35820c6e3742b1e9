using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>The built-in engine under the contract, and what is asked of it alone.</summary>
public sealed class PostgresEventStoreTests(TestPostgres postgres) : EventStoreContract(postgres)
{
    protected override Task Prepare(string connectionString) =>
        EngineServices.Migrate(connectionString, [typeof(EngineServices).Assembly], Ct);

    protected override void AddEngine(IServiceCollection services, string connectionString, EventCatalog catalog) =>
        services.AddPostgresEngines(connectionString, catalog, runsJobs: false, EngineChoice.AllBuiltIn);

    [Fact]
    public async Task A_stale_append_draws_no_number()
    {
        await Log.Note("river-1", 0, "rain", "flood");
        await Assert.ThrowsAsync<StreamHasMovedException>(() => Log.Note("river-1", 0, "rain"));
        await Assert.ThrowsAsync<StreamHasMovedException>(() => Log.Note("river-1", 1, "rain"));
        await Assert.ThrowsAsync<StreamHasMovedException>(() => Log.Note("river-2", 5, "rain"));
        Assert.Equal(2, await Log.Scalar<long>("select last_value from es.mt_events_sequence"));
    }

    [Fact]
    public async Task Of_eight_writers_the_seven_losers_draw_no_number()
    {
        for (var version = 0; version < 10; version++)
        {
            var at = version;
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => Log.Note("river-1", at, "rain")), Ct)));
        }
        Assert.Equal(10, (await Log.All()).Count);
        Assert.Equal(10, await Log.Scalar<long>("select last_value from es.mt_events_sequence"));
    }

    [Fact]
    public async Task An_archived_stream_takes_no_more_events()
    {
        await Log.Note("river-1", 0, "rain");
        await Log.Run("update es.mt_streams set is_archived = true");
        await Assert.ThrowsAsync<StreamHasMovedException>(() => Log.Note("river-1", 1, "flood"));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\\\0")]
    public async Task U_0000_is_told_as_what_it_is(string text)
    {
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => Log.Note("river-1", 0, text));
        Assert.Equal("An event may not contain the character U+0000.", refusal.Message);
    }

    [Fact]
    public async Task A_row_that_is_there_twice_in_a_view_is_a_fault_and_no_conflict_to_try_again()
    {
        await Log.Run("create unique index one_of_each on tests.tallies (last)");
        await Log.Note("river-1", 0, "rain");
        var fault = await Assert.ThrowsAsync<PostgresException>(() => Log.Note("river-2", 0, "rain"));
        Assert.Equal("one_of_each", fault.ConstraintName);
        Assert.Single(await Log.All());
    }
}
