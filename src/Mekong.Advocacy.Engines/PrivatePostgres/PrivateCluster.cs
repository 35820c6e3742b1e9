using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>The platform's own PostgreSQL under its data folder, for networks that run no database server.</summary>
public static class PrivateCluster
{
    /// <summary>
    /// Starts the server in <c>postgres</c> under the data folder, making it the first time, or joins the one that runs there.
    /// Whatever stands in the way is a <see cref="PrivatePostgresException"/>.
    /// </summary>
    public static async Task<PrivatePostgres> Start(string dataDirectory, PrivatePostgresOptions? options, ILogger log, CancellationToken ct)
    {
        var paths = new ClusterPaths(Path.GetFullPath(dataDirectory));
        try
        {
            Directory.CreateDirectory(paths.Data);
            using var starting = await ClusterLocks.Starting(paths, ct);
            return await Start(paths, options ?? new PrivatePostgresOptions(), log, ct);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new PrivatePostgresException($"The data folder {paths.Data} cannot be used by {Environment.UserName}: {e.Message}", e);
        }
    }

    private static async Task<PrivatePostgres> Start(ClusterPaths paths, PrivatePostgresOptions options, ILogger log, CancellationToken ct)
    {
        var account = await ServerAccount.Choose(ct);
        await account.MustReach(paths.Data, ct);
        var major = ClusterFolder.Major(paths);
        var binaries = await PostgresBinaries.Find(options.BinaryFolders, account, paths.Folder, major, ct);
        var server = new ClusterServer(paths, binaries, account, log);
        var use = ClusterLocks.TryUse(paths) ?? throw new PrivatePostgresException($"{paths.InUseLock} is locked by another program.");
        try
        {
            if (major is null) await ClusterFolder.Make(paths, binaries, account, options, log, ct);
            var access = ClusterAccess.Read(paths);
            var opened = Open(paths, access, server, ct);
            if (await Task.WhenAny(opened, Task.Delay(TimeSpan.FromSeconds(2), ct)) != opened)
                log.LogInformation("The database in {Folder} is still starting; after a crash it first recovers what was committed.", paths.Folder);
            access = await opened;
            return new PrivatePostgres(access.ConnectionString(ClusterAccess.Database), paths, server, use, log);
        }
        catch
        {
            await server.StopUnlessUsed(use);
            throw;
        }
    }

    private static async Task<ClusterAccess> Open(ClusterPaths paths, ClusterAccess noted, ClusterServer server, CancellationToken ct)
    {
        if (PostmasterPid.Running(paths) is { } running && await Reached(running.Port) is { } found) return found;
        return await Reached(await server.Start(noted.Port, ct))
            ?? throw new PrivatePostgresException($"The database in {paths.Folder} started and stopped again (its log is {paths.Log})");

        async Task<ClusterAccess?> Reached(int port)
        {
            var access = noted with { Port = port };
            if (access != noted) access.Write(paths);
            return await ClusterDatabase.Ready(access, paths, ct) ? access : null;
        }
    }
}
