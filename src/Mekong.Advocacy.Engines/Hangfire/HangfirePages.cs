using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Mekong.Advocacy.Engines.Hangfire;

/// <summary>Hangfire's dashboard. Whoever may see it is asked by the endpoint, not by Hangfire's own filter for requests from this machine.</summary>
internal static class HangfirePages
{
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string path) =>
        endpoints.MapHangfireDashboardWithNoAuthorizationFilters(path, new DashboardOptions
        {
            AppPath = "/workspace/operations",
            DashboardTitle = "Jobs",
            DisplayStorageConnectionString = false,
            IsReadOnlyFunc = _ => true, // a job is retried and cancelled on our own page, which keeps the list true
        });
}
