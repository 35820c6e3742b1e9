using Mekong.Advocacy.Engines.Jobs;
using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Hangfire;

/// <summary>
/// Jobs run by Hangfire. What is asked of each key is a row of our own, written in the caller's transaction; the workers hand what is
/// committed over to Hangfire (<see cref="HandOver"/>), which cannot take part in a transaction of somebody else's.
/// </summary>
internal sealed class HangfireJobs(NpgsqlDataSource database, TimeProvider clock) : IJobScheduler, IEnlistedJobs
{
    public async Task Schedule(Job job, CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        await using var transaction = await db.BeginTransactionAsync(ct);
        await Schedule([job], db, transaction, ct);
        await transaction.CommitAsync(ct);
    }

    public async Task Schedule(IReadOnlyList<Job> jobs, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        foreach (var job in jobs.Where(j => j.Every is not null)) Recurrence.Next(job.Every!, job.DueAt); // refuses what is no cron expression
        foreach (var job in jobs.OrderBy(j => j.Key, StringComparer.Ordinal)) await connection.Put(job, Guid.NewGuid(), clock.GetUtcNow(), ct);
    }

    public async Task Cancel(string key, CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        await db.Remove(key, ct);
    }

    public async Task Retry(string key, CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        await db.Renew(key, Guid.NewGuid(), clock.GetUtcNow(), ct);
    }

    public async Task<IReadOnlyList<JobState>> List(CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        return await db.ListJobs(clock.GetUtcNow(), ct);
    }
}
