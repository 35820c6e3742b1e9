using Mekong.Advocacy.Engines.PrivatePostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Mekong.Advocacy.Faults;

/// <summary>A PostgreSQL of one.s own, durable as in production, which may be restarted and taken away.</summary>
internal sealed class PostgresToBreak : IAsyncDisposable
{
    private readonly ClusterPaths paths;
    private readonly PrivatePostgres cluster;
    private readonly ServerAccount account;
    private readonly PostgresBinaries binaries;

    private PostgresToBreak(ClusterPaths paths, PrivatePostgres cluster, ServerAccount account, PostgresBinaries binaries) =>
        (this.paths, this.cluster, this.account, this.binaries) = (paths, cluster, account, binaries);

    public string ConnectionString => cluster.ConnectionString;

    public int Port => new NpgsqlConnectionStringBuilder(ConnectionString).Port;

    public string Log => paths.Log;

    public static async Task<PostgresToBreak> Start(string folder, CancellationToken ct)
    {
        var paths = new ClusterPaths(folder);
        var cluster = await PrivateCluster.Start(folder, null, NullLogger.Instance, ct);
        var account = await ServerAccount.Choose(ct);
        return new(paths, cluster, account, await PostgresBinaries.Find(null, account, paths.Folder, ClusterFolder.Major(paths), ct));
    }

    /// <summary>What a power cut does to it: no checkpoint, recovery at the next start.</summary>
    public Task CrashAndRestart(CancellationToken ct) => PgCtl(["restart", "--mode=immediate", "--wait", "--timeout=60", $"--log={paths.Log}"], ct);

    public Task Leave(CancellationToken ct) => PgCtl(["stop", "--mode=immediate", "--wait", "--timeout=60"], ct);

    public Task ComeBack(CancellationToken ct) =>
        PgCtl(["start", "--wait", "--timeout=60", $"--log={paths.Log}", $"--options={ClusterSettings.CommandLine(Port)}"], ct);

    public async Task<T> Ask<T>(string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task<List<T>> Column<T>(string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var values = new List<T>();
        while (await reader.ReadAsync(ct)) values.Add(await reader.GetFieldValueAsync<T>(0, ct));
        return values;
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    private async Task PgCtl(string[] what, CancellationToken ct)
    {
        var done = await Command.Run([.. account.Prefix, binaries.PgCtl, $"--pgdata={paths.Folder}", "--silent", .. what], ct);
        if (!done.Succeeded) throw new InvalidOperationException($"pg_ctl {what[0]}: {done.Output}");
    }
}
