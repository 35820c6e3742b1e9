using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>What every engine behind <see cref="IEventStore"/> must do; each test has a database of its own.</summary>
public abstract partial class EventStoreContract(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly EventMetadata Anybody = new("system");

    private protected TestLog Log { get; private set; } = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Brings an empty database to the engine's schema.</summary>
    protected abstract Task Prepare(string connectionString);

    /// <summary>Registers the engine behind its seams; events, views, reaction and clock are registered already.</summary>
    protected abstract void AddEngine(IServiceCollection services, string connectionString, EventCatalog catalog);

    public async ValueTask InitializeAsync()
    {
        var connectionString = await postgres.NewDatabase();
        await Prepare(connectionString);
        Log = new TestLog(connectionString, AddEngine);
        await Log.Run(Tally.Tables);
    }

    public async ValueTask DisposeAsync()
    {
        await Log.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<string[]> Story(string stream) =>
        [.. (await Log.Store.Read(stream, Ct)).Select(happened => $"{happened.Version} {(happened.Event as Noted)?.Text}")];
}
