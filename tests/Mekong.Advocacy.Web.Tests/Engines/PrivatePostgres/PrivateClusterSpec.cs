using Mekong.Advocacy.Engines.PrivatePostgres;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.PrivatePostgres;

/// <summary>A data folder of its own for each test, and what the tests of the private server ask of it.</summary>
public abstract class PrivateClusterSpec : IDisposable
{
    private readonly TestFolder folder = new();

    protected static ILogger Log => NullLogger.Instance;
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;
    protected string Data => folder.Path;
    protected string PidFile => Path.Combine(Data, "postgres", "postmaster.pid");

    protected Task<Advocacy.Engines.PrivatePostgres.PrivatePostgres> Start(PrivatePostgresOptions? options = null) =>
        PrivateCluster.Start(Data, options ?? PrivatePostgresOptions.ForTests, Log, Stop);

    protected async Task<string> RefusalToStart(PrivatePostgresOptions? options = null) =>
        (await Assert.ThrowsAsync<PrivatePostgresException>(() => Start(options))).Message;

    protected static async Task<string?> Ask(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync(Stop))?.ToString();
    }

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
