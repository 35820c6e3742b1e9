using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>One process's use of the platform's own PostgreSQL. The last user to leave stops the server.</summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private readonly ClusterPaths paths;
    private readonly ClusterServer server;
    private readonly IDisposable use;
    private readonly ILogger log;
    private int left;

    internal PrivatePostgres(string connectionString, ClusterPaths paths, ClusterServer server, IDisposable use, ILogger log) =>
        (ConnectionString, this.paths, this.server, this.use, this.log) = (connectionString, paths, server, use, log);

    /// <summary>Leads to the database <c>advocacy</c>; the port may differ from one start to the next.</summary>
    public string ConnectionString { get; }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref left, 1) != 0) return;
        try
        {
            using var starting = await ClusterLocks.Starting(paths, CancellationToken.None);
            await server.StopUnlessUsed(use);
        }
        catch (PrivatePostgresException e)
        {
            log.LogWarning("The database in {Folder} was left running: {Reason}", paths.Folder, e.Message);
            use.Dispose();
        }
    }
}
