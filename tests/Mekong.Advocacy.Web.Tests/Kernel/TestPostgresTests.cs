using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Kernel;

public sealed class TestPostgresTests(TestPostgres postgres)
{
    [Fact]
    public async Task Each_new_database_is_empty_whatever_another_holds()
    {
        await using var one = NpgsqlDataSource.Create(await postgres.NewDatabase());
        await using var other = NpgsqlDataSource.Create(await postgres.NewDatabase());
        await one.CreateCommand("create table alerts (id int)").ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        const string tables = "select count(*) from pg_tables where schemaname = 'public'";
        Assert.Equal(1L, await one.CreateCommand(tables).ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0L, await other.CreateCommand(tables).ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
