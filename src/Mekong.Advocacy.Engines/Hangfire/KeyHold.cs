using Dapper;
using Npgsql;

namespace Mekong.Advocacy.Engines.Hangfire;

/// <summary>Keeps every other node from running the same key, as long as this process and its connection live.</summary>
internal sealed class KeyHold : IAsyncDisposable
{
    private const string Number = "(hashtextextended('job ' || @key, 0))";
    private readonly NpgsqlConnection connection;
    private readonly string key;

    private KeyHold(NpgsqlConnection connection, string key) => (this.connection, this.key) = (connection, key);

    /// <summary>Null: somebody runs it.</summary>
    public static async Task<KeyHold?> Take(NpgsqlDataSource database, string key, CancellationToken ct)
    {
        var connection = await database.OpenConnectionAsync(ct);
        try
        {
            if (await connection.QuerySingleAsync<bool>(new CommandDefinition($"select pg_try_advisory_lock{Number}", new { key }, cancellationToken: ct)))
                return new(connection, key);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await connection.ExecuteAsync($"select pg_advisory_unlock{Number}", new { key });
        }
        catch (NpgsqlException)
        {
            NpgsqlConnection.ClearPool(connection); // lost with its lock, or of unknown state: not to be used again
        }
        await connection.DisposeAsync();
    }
}
