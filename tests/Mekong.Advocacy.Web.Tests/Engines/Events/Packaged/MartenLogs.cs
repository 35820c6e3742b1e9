using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Engines.Events.Packaged;

/// <summary>Databases as a process with Marten would open them.</summary>
internal static class MartenLogs
{
    public static TestLog On(string connectionString, EventCatalog? catalog = null) => new(connectionString, Add, catalog);

    public static void Add(IServiceCollection services, string connectionString, EventCatalog catalog) =>
        services.AddPostgresEngines(connectionString, catalog, runsJobs: false, EngineChoice.AllBuiltIn with { EventStore = "Marten" });
}
