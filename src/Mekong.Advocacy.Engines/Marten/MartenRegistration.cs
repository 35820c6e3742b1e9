using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mekong.Advocacy.Engines.Marten;

/// <summary>Puts Marten in the built-in store's place, on the same tables.</summary>
internal static class MartenRegistration
{
    public static void AddMartenStore(this IServiceCollection services, string connectionString)
    {
        services.AddLogging();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MartenDesk>(provider, EngineServices.Data(connectionString, prepared: 0)));
        services.Replace(ServiceDescriptor.Singleton<ILog, MartenLog>());
        services.AddSingleton<IEventStore, MartenEventStore>();
    }
}
