using Dapper;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Jobs;

/// <summary>A run that has begun: what to run, which schedule it belongs to, and which attempt this is.</summary>
internal sealed record Begun(string Key, Guid Ticket, string Command, string Arguments, string? Every, int Attempts);

/// <summary>The table jobs.job_states: what is asked of each key, and how it went.</summary>
internal static class JobStates
{
    /// <summary>Puts the job on the list, in place of the one with its key; a run under an older ticket can no longer change it.</summary>
    public static Task Put(this NpgsqlConnection db, Job job, Guid ticket, DateTimeOffset now, CancellationToken ct) =>
        db.ExecuteAsync(new CommandDefinition("""
            insert into jobs.job_states (key, ticket, command, arguments, due_at, every, stage, attempts, last_error, changed_at)
            values (@Key, @ticket, @Command, @Arguments, @due, @Every, 'Queued', 0, null, @now)
            on conflict (key) do update set ticket = excluded.ticket, command = excluded.command, arguments = excluded.arguments,
                due_at = excluded.due_at, every = excluded.every, stage = 'Queued', attempts = 0, last_error = null, changed_at = @now
            """, new { job.Key, ticket, job.Command, job.Arguments, due = job.DueAt.UtcDateTime, job.Every, now = now.UtcDateTime }, cancellationToken: ct));

    /// <summary>Takes the key off the list; false when there was nothing to take.</summary>
    public static async Task<bool> Remove(this NpgsqlConnection db, string key, CancellationToken ct) =>
        await db.ExecuteAsync(new CommandDefinition(
            "delete from jobs.job_states where key = @key and stage <> 'Done' and (stage <> 'Running' or every is not null)",
            new { key }, cancellationToken: ct)) == 1;

    /// <summary>Makes a failed or waiting job due now under a new ticket; false when there is none.</summary>
    public static async Task<bool> Renew(this NpgsqlConnection db, string key, Guid ticket, DateTimeOffset now, CancellationToken ct) =>
        await db.ExecuteAsync(new CommandDefinition("""
            update jobs.job_states set ticket = @ticket, stage = 'Queued', attempts = 0, due_at = @now, changed_at = @now
            where key = @key and stage in ('Queued', 'Failed')
            """, new { key, ticket, now = now.UtcDateTime }, cancellationToken: ct)) == 1;

    /// <summary>
    /// Counts an attempt and answers what to run; null when the trigger is stale: moved, cancelled, or recorded already by a node that
    /// died just afterwards. The five seconds allow for clocks that differ between nodes.
    /// </summary>
    public static Task<Begun?> Begin(this NpgsqlConnection db, string key, Guid ticket, DateTimeOffset now, CancellationToken ct) =>
        db.QuerySingleOrDefaultAsync<Begun>(new CommandDefinition("""
            update jobs.job_states set stage = 'Running', attempts = case stage when 'Failed' then 1 else attempts + 1 end, changed_at = @now
            where key = @key and ticket = @ticket and (stage = 'Running'
                or (stage = 'Queued' or stage = 'Failed' and every is not null) and due_at <= @now + interval '5 seconds')
            returning key, ticket, command, arguments, every, attempts
            """, new { key, ticket, now = now.UtcDateTime }, cancellationToken: ct));

    /// <summary>Records how a run ended; false when its ticket is no longer the key's.</summary>
    public static async Task<bool> End(this NpgsqlConnection db, Begun run, Ending ending, DateTimeOffset now, CancellationToken ct) =>
        await db.ExecuteAsync(new CommandDefinition("""
            update jobs.job_states set stage = @stage, attempts = @Attempts, due_at = coalesce(@due, due_at), last_error = @Error, changed_at = @now
            where key = @Key and ticket = @Ticket and stage = 'Running'
            """, new { run.Key, run.Ticket, stage = ending.Stage.ToString(), ending.Attempts, due = ending.NextDue?.UtcDateTime, ending.Error, now = now.UtcDateTime }, cancellationToken: ct)) == 1;

    /// <summary>When the key's schedule of this ticket is due, the row locked; null when there is none.</summary>
    public static async Task<DateTimeOffset?> DueAt(this NpgsqlConnection db, string key, Guid ticket, CancellationToken ct) =>
        await db.QuerySingleOrDefaultAsync<DateTime?>(new CommandDefinition(
            "select due_at from jobs.job_states where key = @key and ticket = @ticket and stage <> 'Done' for update",
            new { key, ticket }, cancellationToken: ct));
}
