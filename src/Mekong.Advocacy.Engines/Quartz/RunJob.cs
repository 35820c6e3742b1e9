using System.Data.Common;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace Mekong.Advocacy.Engines.Quartz;

/// <summary>The one kind of Quartz job: runs what the key's row asks for, then records the end and what follows from it.</summary>
[DisallowConcurrentExecution]
internal sealed class RunJob(QuartzJobs jobs, NpgsqlDataSource database, IServiceScopeFactory scopes, RetryPlan plan, TimeProvider clock,
    ILogger<RunJob> log) : IJob
{
    private const string Died = "The process ended during each of the last runs.";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var ticket = Guid.Parse(context.MergedJobDataMap.GetString(Triggers.Ticket)!);
        var run = await Insist(ct => Begin(context.JobDetail.Key.Name, ticket, ct), cancellationToken);
        if (run is null) return;
        var ending = await Run(run, cancellationToken);
        await Insist(async ct => { await jobs.End(run, ending, ct); return true; }, CancellationToken.None);
    }

    private async Task<Begun?> Begin(string key, Guid ticket, CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        return await db.Begin(key, ticket, clock.GetUtcNow(), ct);
    }

    private async Task<Ending> Run(Begun run, CancellationToken ct)
    {
        if (run.Attempts > plan.Attempts) return Ended(run with { Attempts = plan.Attempts }, Died);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IJobRunner>().Run(run.Command, run.Arguments, ct);
            return Ended(run, null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Ending.HandedOn(run, clock.GetUtcNow()); // this node is stopping
        }
#pragma warning disable CA1031 // whatever a command throws is the job's last error
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning(e, "Job {Key} ({Command}) failed in attempt {Attempt}", run.Key, run.Command, run.Attempts);
            return Ended(run, ErrorText.Of(e));
        }
    }

    private Ending Ended(Begun run, string? error) => Ending.Of(run, error, plan, Random.Shared.NextDouble(), clock.GetUtcNow());

    /// <summary>Waits for a database that is away: Quartz drops a one-shot trigger whose job ends by throwing.</summary>
    private async Task<T> Insist<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await work(ct);
            }
            catch (Exception e) when (e is DbException or SchedulerException)
            {
                log.LogError(e, "The list of jobs cannot be written; trying again in a second");
                await Task.Delay(TimeSpan.FromSeconds(1), clock, ct);
            }
        }
    }
}
