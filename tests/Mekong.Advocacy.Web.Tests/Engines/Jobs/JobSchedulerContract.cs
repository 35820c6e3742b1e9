using Dapper;
using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs;

/// <summary>What every engine behind IJobScheduler must do; each test has a database of its own. Retries come after 0.1 s, three attempts.</summary>
public abstract partial class JobSchedulerContract(JobsDatabase server) : IAsyncLifetime
{
    private readonly List<IHost> nodes = [];
    private NpgsqlDataSource database = null!;

    protected string ConnectionString { get; private set; } = "";

    private protected abstract IJobsEngine Engine { get; }

    /// <summary>The engine's table of processes that run jobs, which the engine may make when the first one does.</summary>
    protected abstract string Servers { get; }

    private protected Task<IHost> Start(bool runsJobs) => JobsNode.Start(Engine, ConnectionString, runsJobs);

    /// <summary>Runs the schema's script on an empty database, as the migration runner finds it.</summary>
    private static async Task Prepare(NpgsqlConnection db)
    {
        var assembly = typeof(IJobScheduler).Assembly;
        using var script = new StreamReader(assembly.GetManifestResourceStream(
            assembly.GetManifestResourceNames().Single(n => n.EndsWith("0002-jobs.sql", StringComparison.Ordinal)))!);
        await db.ExecuteAsync(await script.ReadToEndAsync());
    }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        var name = "jobs_" + Guid.NewGuid().ToString("N");
        await using (var admin = new NpgsqlConnection(server.ConnectionString)) await admin.ExecuteAsync($"create database {name}");
        ConnectionString = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString;
        database = NpgsqlDataSource.Create(ConnectionString);
        await using var db = await database.OpenConnectionAsync();
        await Prepare(db);
        await db.ExecuteAsync(RecordedRuns.Table);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes) await Stop(node);
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<IHost> Node(bool runsJobs = true)
    {
        nodes.Add(await Start(runsJobs));
        return nodes[^1];
    }

    protected static async Task Stop(IHost node)
    {
        await node.StopAsync();
        node.Dispose();
    }

    protected static IJobScheduler Jobs(IHost node) => node.Services.GetRequiredService<IJobScheduler>();

    private static IEnlistedJobs Enlisted(IHost node) => node.Services.GetRequiredService<IEnlistedJobs>();

    private static async Task<JobState?> State(IHost node, string key) => (await Jobs(node).List(Ct)).SingleOrDefault(s => s.Job.Key == key);

    protected async Task<IReadOnlyList<string>> Runs()
    {
        await using var db = await database.OpenConnectionAsync(Ct);
        return [.. await db.QueryAsync<string>("select command || ' ' || arguments from runs order by id")];
    }

    protected async Task<T> Query<T>(string sql)
    {
        await using var db = await database.OpenConnectionAsync(Ct);
        return await db.QuerySingleAsync<T>(sql);
    }

    protected static async Task Until(int seconds, Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (!await condition()) await Task.Delay(50, limit.Token);
    }

    protected static async Task Until(int seconds, IHost node, string key, JobStage stage) =>
        await Until(seconds, async () => (await State(node, key))?.Stage == stage);
}
