using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Benchmarks.Store;

/// <summary>One engine, the built-in one or Marten, on a database with the platform's schema, with the views that are asked for.</summary>
internal sealed class StoreEngine : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private StoreEngine(ServiceProvider services) => this.services = services;

    public IEventStore Store => services.GetRequiredService<IEventStore>();
    public IViewRebuild Views => services.GetRequiredService<IViewRebuild>();

    public static Task<StoreEngine> Open(string database, CancellationToken ct, params IProjection[] views) => Open(database, EngineChoice.AllBuiltIn, views, ct);

    /// <summary>The packaged one; null where this build has none.</summary>
    public static async Task<StoreEngine?> OpenPackaged(string database, CancellationToken ct, params IProjection[] views) =>
        PackagedEngines.EventStore is null ? null : await Open(database, EngineChoice.AllBuiltIn with { EventStore = "Marten" }, views, ct);

    private static async Task<StoreEngine> Open(string database, EngineChoice engines, IProjection[] views, CancellationToken ct)
    {
        await EngineServices.Migrate(database, typeof(Platform).Assembly, ct);
        var services = new ServiceCollection().AddLogging();
        foreach (var view in views) services.AddSingleton(view);
        return new(services.AddPostgresEngines(database, EventNames.Catalog(), runsJobs: false, engines).BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>One small fact, as somebody's entry into the list leaves it.</summary>
internal static class Fact
{
    public const string Type = "subscriber.registered.v2";

    public static SubscriberRegistered Registered { get; } =
        new(new Profile("km", "KH", "org-14", ["wages", "documents", "health"]) { Role = "organiser" });

    public static string NewStream() => $"subscriber-{Guid.CreateVersion7()}";

    public static EventMetadata Metadata { get; } =
        new("0198c5a2-7d1c-7c3e-9a55-1f2e3d4c5b6a", null, "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7");
}
