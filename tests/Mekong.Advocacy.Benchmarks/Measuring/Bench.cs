using System.Globalization;
using Mekong.Advocacy.Benchmarks.Serving;
using Mekong.Advocacy.Engines.PrivatePostgres;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>What every measurement stands on: how large it should be, a folder, and a PostgreSQL with the platform's own settings.</summary>
internal sealed class Bench(Options options, ILogger log) : IAsyncDisposable
{
    private PrivatePostgres? server;
    private Installation? installation;
    private int databases, postmaster;

    public Options Options { get; } = options;
    public ILogger Log { get; } = log;
    public bool Quick => Options.Quick;
    public int Pairs => Options.Pairs ?? (Quick ? 1 : 3);

    /// <summary>The platform's data folder, where the results are kept.</summary>
    public string DataFolder { get; } = Path.GetFullPath(Environment.GetEnvironmentVariable("Advocacy__DataDirectory") ?? "data");

    /// <summary>Of this run alone, removed at its end.</summary>
    public string Scratch => Path.Combine(DataFolder, "bench", string.Create(CultureInfo.InvariantCulture, $"run-{Environment.ProcessId}"));

    public int Rows(int full, int quick) => Options.Rows ?? (Quick ? quick : full);

    /// <summary>The connection string of a database of one's own: empty, or a copy of another that nobody is connected to.</summary>
    public async Task<string> NewDatabase(CancellationToken ct, string? like = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{Interlocked.Increment(ref databases)}");
        await Administer($"create database {name} template {(like is null ? "template1" : NameOf(like))} strategy file_copy", ct);
        return new NpgsqlConnectionStringBuilder((await Server(ct)).ConnectionString) { Database = name }.ConnectionString;
    }

    public Task DropDatabase(string database, CancellationToken ct) => Administer($"drop database {NameOf(database)} with (force)", ct);

    /// <summary>The office that all whole-process measurements begin with.</summary>
    public async Task<Installation> Office(CancellationToken ct) => installation ??= await Installation.Prepare(this, ct);

    /// <summary>Seconds of processor that PostgreSQL has used so far, all its processes together.</summary>
    public double DatabaseCpu => Proc.CpuOfAll(postmaster);

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        if (Directory.Exists(Scratch)) Directory.Delete(Scratch, recursive: true);
    }

    private static string NameOf(string database) => new NpgsqlConnectionStringBuilder(database).Database!;

    private async Task<PrivatePostgres> Server(CancellationToken ct)
    {
        if (server is not null) return server;
        server = await PrivateCluster.Start(Scratch, options: null, Log, ct);
        await using var source = NpgsqlDataSource.Create(server.ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand("select pg_backend_pid()");
        postmaster = Proc.Parent((int)(await command.ExecuteScalarAsync(ct))!);
        return server;
    }

    private async Task Administer(string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create((await Server(ct)).ConnectionString + ";Pooling=false;Command Timeout=300");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
