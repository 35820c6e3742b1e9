using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mekong.Advocacy.Engines.Quartz;

/// <summary>
/// Finds jobs that are listed as queued or running while the scheduler no longer knows them, and schedules them: one that is listed
/// is never forgotten. Also drops what was done more than a day ago.
/// </summary>
internal sealed class StrandedJobs(QuartzJobs jobs, NpgsqlDataSource database, TimeProvider clock, ILogger<StrandedJobs> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await Sweep(stoppingToken);
            }
#pragma warning disable CA1031 // the next round tries again, whatever it was
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(e, "Could not look for stranded jobs");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Sweep(CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        await db.ExecuteAsync(new CommandDefinition("delete from jobs.job_states where stage = 'Done' and changed_at < @yesterday",
            new { yesterday = clock.GetUtcNow().UtcDateTime.AddDays(-1) }, cancellationToken: ct));
        foreach (var (key, ticket) in await db.StrandedKeys(clock.GetUtcNow().AddMinutes(-1), ct))
        {
            log.LogWarning("Job {Key} had no trigger any more; scheduling it", key);
            await jobs.Restore(key, ticket, ct);
        }
    }
}
