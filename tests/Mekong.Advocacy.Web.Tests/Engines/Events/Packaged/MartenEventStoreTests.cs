using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Engines.Events.Packaged;

/// <summary>Marten under the contract, on tables that our own schema files have made.</summary>
public sealed class MartenEventStoreTests(TestPostgres postgres) : EventStoreContract(postgres)
{
    protected override Task Prepare(string connectionString) =>
        EngineServices.Migrate(connectionString, [typeof(EngineServices).Assembly], Ct);

    protected override void AddEngine(IServiceCollection services, string connectionString, EventCatalog catalog) =>
        MartenLogs.Add(services, connectionString, catalog);
}
