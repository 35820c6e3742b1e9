using Dapper;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs;

/// <summary>Carries commands out by writing them down, so that runs in several processes can be told apart.</summary>
internal sealed class RecordedRuns(NpgsqlDataSource database) : IJobRunner
{
    public const string Table = """
        create table runs (id bigserial primary key, command text, arguments text, node int, began timestamptz default clock_timestamp(), ended timestamptz);
        create table mended (at timestamptz);
        """;

    public async Task Run(string command, string arguments, CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        var id = await db.QuerySingleAsync<long>(new CommandDefinition(
            "insert into runs (command, arguments, node) values (@command, @arguments, @node) returning id",
            new { command, arguments, node = Environment.ProcessId }, cancellationToken: ct));
        switch (command)
        {
            case "linger":
                await db.ExecuteAsync("select pg_sleep(2)");
                break;
            case "fail-until-mended" when await db.QuerySingleAsync<int>("select count(*) from mended") == 0:
                throw new InvalidOperationException("The gateway said no.");
            case "hang-once" when await db.QuerySingleAsync<int>("select count(*) from runs where command = 'hang-once'") == 1:
                await Task.Delay(Timeout.Infinite, ct);
                break;
        }
        await db.ExecuteAsync("update runs set ended = clock_timestamp() where id = @id", new { id });
    }
}
