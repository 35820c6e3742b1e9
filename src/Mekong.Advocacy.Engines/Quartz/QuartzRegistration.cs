using Mekong.Advocacy.Engines.Jobs;
using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Quartz;

namespace Mekong.Advocacy.Engines.Quartz;

/// <summary>Registers the job engine: every process schedules and lists, those that are told to also run.</summary>
internal static class QuartzRegistration
{
    /// <param name="runsJobs">False for the web role and the command line: nothing is started, so nothing runs here.</param>
    /// <param name="threads">How many jobs this process runs at once.</param>
    public static IServiceCollection AddQuartzJobs(this IServiceCollection services, NpgsqlDataSource database, bool runsJobs,
        RetryPlan? retry = null, int threads = 8)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SchedulingDesk>(provider, database));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<QuartzJobs>(provider, database));
        services.AddSingleton<IJobScheduler>(provider => provider.GetRequiredService<QuartzJobs>());
        services.AddSingleton<IEnlistedJobs>(provider => provider.GetRequiredService<QuartzJobs>());
        if (!runsJobs) return services;

        services.AddListedRuns(retry);
        services.AddQuartz(quartz =>
        {
            Configure(quartz, database, threads);
            quartz.AddJobType<RunJob>(provider => ActivatorUtilities.CreateInstance<RunJob>(provider, database));
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services.AddHostedService(provider => ActivatorUtilities.CreateInstance<StrandedJobs>(provider, database));
    }

    public static void Configure(IQuartzBuilder quartz, NpgsqlDataSource database, int threads)
    {
        quartz.UseDefaultThreadPool(threads);
        quartz.ConfigureScheduler(o =>
        {
            o.InstanceName = "mekong";
            o.GenerateInstanceId = true;
            o.IdleWaitTime = TimeSpan.FromSeconds(1); // how soon a node sees what another process has committed
            o.ShutdownJobInterruption = ShutdownJobInterruption.Always;
        });
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(o => o.DataSourceFactory = _ => database);
            store.UseSystemTextJsonSerializer();
            store.UseClustering(o => (o.CheckinInterval, o.CheckinMisfireThreshold) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)));
            store.ConfigureStore(o =>
            {
                o.TablePrefix = "jobs.qrtz_";
                o.StoreJobDataAsStrings = true;
                o.AcceptEnlistedTransactions = true;
                o.MisfireHandlerFrequency = TimeSpan.FromSeconds(5); // how soon after a standstill what is late by more than a minute is run
                o.RecoverFiringsCancelledByShutdown = true; // a firing that is stopped before its run has begun
            });
        });
    }
}
