using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Kernel;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>The schema on its way from nothing to this version.</summary>
public sealed class MigrationsTests(TestPostgres postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_database_gets_every_file_once_and_a_second_run_changes_nothing()
    {
        await using var database = NpgsqlDataSource.Create(await postgres.NewDatabase());
        await Migrate(database);
        var first = await Everything(database);
        Assert.Contains("0001-events", first, StringComparison.Ordinal);
        Assert.Contains("0102-alerts", first, StringComparison.Ordinal);
        await Migrate(database);
        Assert.Equal(first, await Everything(database));
    }

    [Fact]
    public async Task Four_processes_at_once_make_one_schema()
    {
        var connectionString = await postgres.NewDatabase();
        var processes = Enumerable.Range(0, 4).Select(_ => NpgsqlDataSource.Create(connectionString)).ToArray();
        await Task.WhenAll(processes.Select(process => Task.Run(() => Migrate(process), Ct)));
        Assert.Equal(1, await Scalar<int>(processes[0], "select min(number) from advocacy.schema_changes"));
        Assert.Equal(0L, await Scalar<long>(processes[0], "select count(*) from pg_locks join pg_database d on d.oid = database where locktype = 'advisory' and datname = current_database()"));
        foreach (var process in processes) await process.DisposeAsync();
    }

    [Fact]
    public async Task A_file_that_was_edited_after_it_was_applied_is_refused()
    {
        await using var database = NpgsqlDataSource.Create(await postgres.NewDatabase());
        await Migrate(database);
        await Run(database, "update advocacy.schema_changes set checksum = 'of another text' where number = 1");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Migrate(database));
        Assert.Equal("Schema change 0001-events was applied with another text: never edit one, add the next.", refusal.Message);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_alone()
    {
        await using var database = NpgsqlDataSource.Create(await postgres.NewDatabase());
        await Migrate(database);
        await Run(database, "insert into advocacy.schema_changes (number, name, checksum) values (9999, '9999-later', ''); delete from advocacy.schema_changes where number = 103");
        var before = await Everything(database);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Migrate(database));
        Assert.Equal("The database has schema change 9999, which this version does not know: run the newer version.", refusal.Message);
        Assert.Equal(before, await Everything(database));
    }

    [Fact]
    public async Task A_file_that_fails_leaves_nothing_behind_and_goes_through_once_the_cause_is_gone()
    {
        await using var database = NpgsqlDataSource.Create(await postgres.NewDatabase());
        await Run(database, "create schema es; create table es.mt_high_water_skips (in_the_way int)");
        await Assert.ThrowsAsync<PostgresException>(() => Migrate(database));
        Assert.Equal(0L, await Scalar<long>(database, "select count(*) from advocacy.schema_changes"));
        Assert.Equal(1L, await Scalar<long>(database, "select count(*) from pg_tables where schemaname = 'es'"));
        await Run(database, "drop table es.mt_high_water_skips");
        await Migrate(database);
    }

    private static Task Migrate(NpgsqlDataSource database) =>
        Advocacy.Engines.Postgres.Migrations.Apply(database, [typeof(EngineServices).Assembly, typeof(EventNames).Assembly], Ct);

    /// <summary>Every table with its number in the catalog, and the journal with its dates: a second life would show.</summary>
    private static Task<string> Everything(NpgsqlDataSource database) => Scalar<string>(database, """
        select (select string_agg(relname || ' ' || oid || ' ' || relfilenode, E'\n' order by oid) from pg_class where relnamespace::regnamespace::text in ('advocacy', 'es', 'identity', 'jobs'))
          || (select string_agg(s::text, E'\n' order by number) from advocacy.schema_changes s)
        """);

    private static async Task<T> Scalar<T>(NpgsqlDataSource database, string sql) => (T)(await database.CreateCommand(sql).ExecuteScalarAsync(Ct))!;

    private static async Task Run(NpgsqlDataSource database, string sql) => await database.CreateCommand(sql).ExecuteNonQueryAsync(Ct);
}
