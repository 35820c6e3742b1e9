using Dapper;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mekong.Advocacy.Engines.Hangfire;

/// <summary>
/// Hands every committed schedule over to Hangfire, four times a second, and again whatever Hangfire has lost: one that is listed is never
/// forgotten. One that is handed over twice runs once, since a run begins only by its ticket and alone under its key.
/// </summary>
internal sealed class HandOver(NpgsqlDataSource database, JobStorage hangfire, TimeProvider clock, ILogger<HandOver> log) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250), Late = TimeSpan.FromSeconds(2), Tidying = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromMinutes(1);
    private readonly BackgroundJobClient client = new(hangfire);
    private DateTimeOffset tidied;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var db = await database.OpenConnectionAsync(cancellationToken)) await HandedOver.Prepare(db, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                while (await Hand(stoppingToken) == Batch) { }
                await Wake(stoppingToken);
                if (clock.GetUtcNow() - tidied >= Tidying) await Tidy(stoppingToken);
            }
#pragma warning disable CA1031 // the next round tries again, whatever it was
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(e, "Jobs could not be handed over to Hangfire; trying again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> Hand(CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        await using var transaction = await db.BeginTransactionAsync(ct);
        var jobs = await HandedOver.Next(db, Batch, ct);
        foreach (var job in jobs) await HandedOver.Note(db, job, Create(job), clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        foreach (var job in jobs) if (job.Former is { } former) Withdraw(former);
        return jobs.Count;
    }

    private string Create(Unknown job)
    {
        IState state = job.DueAt <= clock.GetUtcNow().UtcDateTime ? new EnqueuedState() : new ScheduledState(job.DueAt);
        return client.Create(Job.FromExpression<RunListed>(run => run.Run(job.Key, job.Ticket, CancellationToken.None)), state);
    }

    /// <summary>Hangfire goes by the machine's clock. What is due by ours, and waits there still, is not waited for.</summary>
    private async Task Wake(CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        foreach (var number in await HandedOver.Waiting(db, clock.GetUtcNow() - Late, Batch, ct)) client.ChangeState(number, new EnqueuedState(), ScheduledState.StateName);
    }

    /// <summary>Only what waits or has failed: a run that has begun ends by itself, and knows its ticket.</summary>
    private void Withdraw(string number)
    {
        if (!client.Delete(number, ScheduledState.StateName)) client.Delete(number, FailedState.StateName);
    }

    private async Task Tidy(CancellationToken ct)
    {
        tidied = clock.GetUtcNow();
        await using var db = await database.OpenConnectionAsync(ct);
        await db.ExecuteAsync(new CommandDefinition("delete from jobs.job_states where stage = 'Done' and changed_at < @yesterday",
            new { yesterday = tidied.UtcDateTime.AddDays(-1) }, cancellationToken: ct));
        foreach (var number in await HandedOver.Forget(db, ct)) Withdraw(number);
        foreach (var (key, number) in await HandedOver.Overdue(db, tidied - Patience, ct))
        {
            if (IsAlive(number)) continue;
            log.LogWarning("Hangfire no longer knows job {Key}; handing it over again", key);
            await HandedOver.Drop(db, key, number, ct);
        }
    }

    private bool IsAlive(string number)
    {
        using var connection = hangfire.GetConnection();
        return connection.GetStateData(number)?.Name is { } state && (state == EnqueuedState.StateName || state == ScheduledState.StateName || state == ProcessingState.StateName);
    }
}
