using System.Globalization;
using Mekong.Advocacy.Engines.PrivatePostgres;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestPostgres))]

namespace Mekong.Advocacy.Web.Tests.Kernel;

/// <summary>One throw-away PostgreSQL for the whole run, started by the first test that asks for a database.</summary>
public sealed class TestPostgres : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly Lazy<Task<PrivatePostgres>> server;
    private int databases;

    public TestPostgres() => server = new(() => PrivateCluster.Start(
        folder.Path, PrivatePostgresOptions.ForTests, NullLogger.Instance, CancellationToken.None));

    /// <summary>The connection string of a fresh, empty database: one per test class is enough.</summary>
    public async Task<string> NewDatabase()
    {
        var postgres = await server.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString + ";Pooling=false");
        await using var create = source.CreateCommand($"create database {name}");
        await create.ExecuteNonQueryAsync();
        // Idle connections of finished classes must not use up the server's 200.
        return new NpgsqlConnectionStringBuilder(postgres.ConnectionString)
        {
            Database = name,
            ConnectionIdleLifetime = 10,
            ConnectionPruningInterval = 5,
        }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated && server.Value.IsCompletedSuccessfully) await (await server.Value).DisposeAsync();
        folder.Dispose();
    }
}
