using Mekong.Advocacy.Engines.Jobs;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs;

/// <summary>A job engine as a test registers it; found by its type's name in a process of its own.</summary>
internal interface IJobsEngine
{
    void Add(IServiceCollection services, NpgsqlDataSource database, bool runsJobs, RetryPlan retry);
}

/// <summary>One process of the platform as far as jobs go.</summary>
internal static class JobsNode
{
    public static async Task<IHost> Start(IJobsEngine engine, string connectionString, bool runsJobs, TimeProvider? clock = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        var database = NpgsqlDataSource.Create(connectionString);
        var quick = new RetryPlan(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(200), 3);
        builder.Services.AddSingleton(_ => database);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddScoped<IJobRunner, RecordedRuns>();
        engine.Add(builder.Services, database, runsJobs, quick);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
