using Mekong.Advocacy.Engines.Postgres;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

public sealed class DoorstepTests
{
    [Fact]
    public async Task While_the_database_is_away_one_call_a_second_asks_for_everybody_in_the_process()
    {
        var port = Features.Sending.FreePort.Next();
        await using var door = new ClosedDoor(port);
        await using var database = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Username=x;Password=x;Database=x;SSL Mode=Disable;GSS Encryption Mode=Disable");
        for (var caller = 1; caller <= 50; caller++)
        {
            var away = await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await database.Open(CancellationToken.None));
            Assert.True(away.IsTransient);
        }
        Assert.InRange(door.Calls, 1, 5); // fifty at once, and a slow machine's seconds
    }
}
