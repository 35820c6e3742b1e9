using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>One process's engine on a database, with the tests' own events, views and reaction.</summary>
internal sealed class TestLog : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public TestLog(string connectionString, Action<IServiceCollection, string, EventCatalog> engine, EventCatalog? catalog = null)
    {
        Inline = new(inline: true, Turnstile);
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddSingleton<IReaction>(Turnstile)
            .AddSingleton<IProjection>(Inline).AddSingleton<IProjection>(Late);
        engine(collection, connectionString, catalog ?? Happenings.Catalog());
        (services, ConnectionString) = (collection.BuildServiceProvider(), connectionString);
        Database = NpgsqlDataSource.Create(connectionString);
    }

    public string ConnectionString { get; }
    public TestClock Clock { get; } = new();
    public Turnstile Turnstile { get; } = new();
    public Tally Inline { get; }
    public Tally Late { get; } = new(inline: false);
    public NpgsqlDataSource Database { get; }
    public IEventStore Store => services.GetRequiredService<IEventStore>();
    public IJobScheduler Jobs => services.GetRequiredService<IJobScheduler>();
    public ITables Tables => services.GetRequiredService<ITables>();
    public IViewRebuild Views => services.GetRequiredService<IViewRebuild>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The built-in engine on a fresh database.</summary>
    public static async Task<TestLog> Open(TestPostgres postgres)
    {
        var connectionString = await postgres.NewDatabase();
        await EngineServices.Migrate(connectionString, [typeof(EngineServices).Assembly], Ct);
        var log = On(connectionString);
        await log.Run(Tally.Tables);
        return log;
    }

    /// <summary>The built-in engine as another process would open it.</summary>
    public static TestLog On(string connectionString, EventCatalog? catalog = null) =>
        new(connectionString, (services, database, names) => services.AddPostgresEngines(database, names, runsJobs: false, EngineChoice.AllBuiltIn), catalog);

    public ViewReader Reader() => new(
        services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<ILog>(), [Inline, Late], NullLogger<ViewReader>.Instance);

    public Task Append(string stream, long expected, params object[] events) =>
        Store.Append([new(stream, expected, events)], new EventMetadata("system"), Ct);

    public Task Note(string stream, long expected, params string[] texts) =>
        Append(stream, expected, [.. texts.Select(text => new Noted(text))]);

    /// <summary>An append that has drawn its numbers and stays uncommitted until its gate decides.</summary>
    public async Task<(Task Append, Gate Gate)> Hold(string stream, long expected = 0)
    {
        var gate = Turnstile.At(stream);
        var append = Task.Run(() => Append(stream, expected, new Held(stream)), Ct);
        await Task.WhenAny(append, gate.Entered.Task).WaitAsync(TimeSpan.FromSeconds(20), Ct);
        if (append.IsFaulted) await append;
        return (append, gate);
    }

    public async Task<List<Recorded>> All(long after = 0) =>
        await Store.ReadAll(after, Ct).ToListAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Ct);

    public async Task<string[]> Rows(Tally view) =>
        [.. (await Tables.Query<TallyRow>($"select * from {view.Table} order by id collate \"C\"", null, Ct)).Select(Tally.Line)];

    public async Task<T> Scalar<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }

    public async Task<string[]> Lines(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(Ct);
        var lines = new List<string>();
        while (await rows.ReadAsync(Ct)) lines.Add(rows.GetString(0));
        return [.. lines];
    }

    public async Task Run(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
