using System.Net.Sockets;
using Npgsql;

namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>Waits until the server takes connections, and sees to it that the platform's database is there.</summary>
internal static class ClusterDatabase
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>False when there is no server any more: one that was found running may have been on its way out.</summary>
    public static async Task<bool> Ready(ClusterAccess access, ClusterPaths paths, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(access.ConnectionString("postgres") + ";Pooling=false");
        await using var connection = await Connect(source, paths, ct);
        if (connection is null) return false;
        await using var look = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = ClusterAccess.Database } } };
        if (await look.ExecuteScalarAsync(ct) is not null) return true;
        await using var create = new NpgsqlCommand($"create database {ClusterAccess.Database}", connection);
        await create.ExecuteNonQueryAsync(ct);
        return true;
    }

    private static async Task<NpgsqlConnection?> Connect(NpgsqlDataSource source, ClusterPaths paths, CancellationToken ct)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await source.OpenConnectionAsync(ct);
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
            {
                throw new PrivatePostgresException($"The password in {paths.Access} is not that of the database in {paths.Folder}: restore both from one backup.", e);
            }
            catch (NpgsqlException e) when (MayPass(e) && TimeProvider.System.GetElapsedTime(since) < Patience)
            {
                if (PostmasterPid.Running(paths) is null) return null;
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            }
            catch (NpgsqlException e)
            {
                throw new PrivatePostgresException($"The database in {paths.Folder} takes no connections: {e.Message} (its log is {paths.Log})", e);
            }
        }
    }

    // 57P03 is "the database system is starting up", also while it recovers from a crash.
    private static bool MayPass(NpgsqlException e) =>
        e.SqlState == PostgresErrorCodes.CannotConnectNow || e.InnerException is SocketException or IOException or TimeoutException;
}
