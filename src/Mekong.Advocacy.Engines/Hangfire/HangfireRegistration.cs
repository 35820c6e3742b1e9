using Dapper;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.PostgreSql;
using Mekong.Advocacy.Engines.Jobs;
using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mekong.Advocacy.Engines.Hangfire;

/// <summary>Registers Hangfire as the job engine: every process schedules and lists, those that are told to also run.</summary>
internal static class HangfireRegistration
{
    /// <param name="runsJobs">False for the web role and the command line: nothing is started, so nothing runs here.</param>
    /// <param name="threads">How many jobs this process runs at once.</param>
    public static IServiceCollection AddHangfireJobs(this IServiceCollection services, NpgsqlDataSource database, bool runsJobs,
        RetryPlan? retry = null, int threads = 8)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<HangfireJobs>(provider, database));
        services.AddSingleton<IJobScheduler>(provider => provider.GetRequiredService<HangfireJobs>());
        services.AddSingleton<IEnlistedJobs>(provider => provider.GetRequiredService<HangfireJobs>());
        services.AddLogging();
        services.AddSingleton<JobStorage>(provider => Storage(provider, database)); // before Hangfire's own, which is one for the whole process
        services.AddHangfire((provider, hangfire) => hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings()
            .UseLogProvider(new HangfireLogs(provider.GetRequiredService<ILoggerFactory>())));
        if (!runsJobs) return services;

        services.AddListedRuns(retry);
        services.AddTransient(provider => ActivatorUtilities.CreateInstance<RunListed>(provider, database));
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<HandOver>(provider, database));
        return services.AddHangfireServer((provider, server) =>
        {
            server.WorkerCount = threads;
            server.SchedulePollingInterval = TimeSpan.FromMilliseconds(500);
            server.ShutdownTimeout = TimeSpan.FromSeconds(25);
            server.Activator = new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>());
        });
    }

    /// <summary>Its tables are made at once. A killed process's job is taken up after the invisibility, which a living one renews.</summary>
    private static PostgreSqlStorage Storage(IServiceProvider provider, NpgsqlDataSource database)
    {
        provider.GetRequiredService<IGlobalConfiguration>(); // sets what is Hangfire's for the whole process
        using var db = database.OpenConnection();
        using var alone = db.BeginTransaction();
        db.Execute("select pg_advisory_xact_lock(hashtextextended('hangfire', 0))"); // two processes that start together would make its tables twice
        return new(new Connections(database), new PostgreSqlStorageOptions
        {
            SchemaName = "hangfire",
            QueuePollInterval = TimeSpan.FromMilliseconds(500),
            InvisibilityTimeout = TimeSpan.FromSeconds(10),
            UseSlidingInvisibilityTimeout = true,
            EnableTransactionScopeEnlistment = true,
            AllowDegradedModeWithoutStorage = false,
        });
    }

    private sealed class Connections(NpgsqlDataSource database) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => database.CreateConnection();
    }
}
