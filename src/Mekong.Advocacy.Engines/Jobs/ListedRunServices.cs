using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mekong.Advocacy.Engines.Jobs;

/// <summary>Registers what a process needs to run listed jobs, whichever engine says when.</summary>
internal static class ListedRunServices
{
    public static IServiceCollection AddListedRuns(this IServiceCollection services, RetryPlan? retry)
    {
        services.TryAddSingleton(retry ?? RetryPlan.Default);
        services.TryAddSingleton<ListedRun>();
        services.TryAddSingleton<Insistence>();
        return services;
    }
}
