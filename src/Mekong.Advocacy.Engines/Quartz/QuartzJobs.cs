using Mekong.Advocacy.Engines.Jobs;
using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;
using Quartz;

namespace Mekong.Advocacy.Engines.Quartz;

/// <summary>Jobs kept by Quartz.NET in PostgreSQL: a row of our own says what and how it went, a one-shot trigger says when.</summary>
internal sealed class QuartzJobs(SchedulingDesk desk, NpgsqlDataSource database, TimeProvider clock) : IJobScheduler, IEnlistedJobs
{
    public Task Schedule(Job job, CancellationToken ct) =>
        InTransaction((db, transaction) => Schedule([job], db, transaction, ct), ct);

    public async Task Schedule(IReadOnlyList<Job> jobs, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        foreach (var job in jobs.Where(j => j.Every is not null)) Recurrence.Next(job.Every!, job.DueAt); // refuses what is no cron expression
        // Rows first and in one order, the scheduler's lock after them: every writer does so, and none can wait for another in a ring.
        var tickets = jobs.OrderBy(j => j.Key, StringComparer.Ordinal).Select(j => (Job: j, Ticket: Guid.NewGuid())).ToList();
        foreach (var (job, ticket) in tickets) await connection.Put(job, ticket, clock.GetUtcNow(), ct);
        var scheduler = await desk.Scheduler(ct);
        using (scheduler.EnlistTransaction(transaction))
            foreach (var (job, ticket) in tickets) await Triggers.Set(scheduler, job.Key, ticket, job.DueAt, ct);
    }

    public Task Cancel(string key, CancellationToken ct) => InTransaction(async (db, transaction) =>
    {
        if (!await db.Remove(key, ct)) return;
        var scheduler = await desk.Scheduler(ct);
        using (scheduler.EnlistTransaction(transaction)) await Triggers.Remove(scheduler, key, ct);
    }, ct);

    public Task Retry(string key, CancellationToken ct) => InTransaction(async (db, transaction) =>
    {
        var (ticket, now) = (Guid.NewGuid(), clock.GetUtcNow());
        if (!await db.Renew(key, ticket, now, ct)) return;
        await Set(transaction, key, ticket, now, ct);
    }, ct);

    public async Task<IReadOnlyList<JobState>> List(CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        return await db.ListJobs(clock.GetUtcNow(), ct);
    }

    /// <summary>Records a run's end together with the trigger of what follows from it.</summary>
    public Task End(Begun run, Ending ending, CancellationToken ct) => InTransaction(async (db, transaction) =>
    {
        if (!await db.End(run, ending, clock.GetUtcNow(), ct)) return;
        if (ending.NextDue is { } due) await Set(transaction, run.Key, run.Ticket, due, ct);
    }, ct);

    /// <summary>Gives a listed job its trigger back, unless its schedule has changed meanwhile.</summary>
    public Task Restore(string key, Guid ticket, CancellationToken ct) => InTransaction(async (db, transaction) =>
    {
        if (await db.DueAt(key, ticket, ct) is { } due) await Set(transaction, key, ticket, due, ct);
    }, ct);

    private async Task Set(NpgsqlTransaction transaction, string key, Guid ticket, DateTimeOffset due, CancellationToken ct)
    {
        var scheduler = await desk.Scheduler(ct);
        using (scheduler.EnlistTransaction(transaction)) await Triggers.Set(scheduler, key, ticket, due, ct);
    }

    private async Task InTransaction(Func<NpgsqlConnection, NpgsqlTransaction, Task> work, CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        await using var transaction = await db.BeginTransactionAsync(ct);
        await work(db, transaction);
        await transaction.CommitAsync(ct);
    }
}
