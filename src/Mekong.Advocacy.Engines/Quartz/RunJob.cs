using Mekong.Advocacy.Engines.Jobs;
using Npgsql;
using Quartz;

namespace Mekong.Advocacy.Engines.Quartz;

/// <summary>The one kind of Quartz job: runs what the key's row asks for, then records the end and what follows from it.</summary>
[DisallowConcurrentExecution]
internal sealed class RunJob(QuartzJobs jobs, NpgsqlDataSource database, ListedRun listed, Insistence insistence, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var ticket = Guid.Parse(context.MergedJobDataMap.GetString(Triggers.Ticket)!);
        var run = await insistence.On(ct => Begin(context.JobDetail.Key.Name, ticket, ct), cancellationToken, Passing);
        if (run is null) return;
        var ending = await listed.Run(run, cancellationToken);
        // Quartz drops a one-shot trigger whose job ends by throwing.
        await insistence.On(async ct => { await jobs.End(run, ending, ct); return true; }, CancellationToken.None, Passing);
    }

    private static bool Passing(Exception e) => e is SchedulerException;

    private async Task<Begun?> Begin(string key, Guid ticket, CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        return await db.Begin(key, ticket, clock.GetUtcNow(), ct);
    }
}
