using Dapper;
using Mekong.Advocacy.Engines.Jobs;
using Npgsql;

namespace Mekong.Advocacy.Engines.Hangfire;

/// <summary>A listed job that Hangfire does not know in this form yet, with the number of the one it knows under the key.</summary>
internal sealed record Unknown(string Key, Guid Ticket, DateTime DueAt, string? Former);

/// <summary>The table jobs.handed_over: which Hangfire job stands for which schedule. It is this engine's own, like Hangfire's schema.</summary>
internal static class HandedOver
{
    private const string Listed = "(s.stage in ('Queued', 'Running') or s.stage = 'Failed' and s.every is not null)";

    public static Task Prepare(NpgsqlConnection db, CancellationToken ct) => db.ExecuteAsync(new CommandDefinition("""
        select pg_advisory_xact_lock(hashtextextended('jobs.handed_over', 0));
        create table if not exists jobs.handed_over (
          key text primary key, ticket uuid not null, due_at timestamptz not null, hangfire_id text not null, at timestamptz not null)
        """, cancellationToken: ct));

    /// <summary>The next of them, their rows locked until the transaction ends; those that another worker is handing over are left out.</summary>
    public static async Task<IReadOnlyList<Unknown>> Next(NpgsqlConnection db, int most, CancellationToken ct) =>
        [.. await db.QueryAsync<Unknown>(new CommandDefinition($"""
            select s.key, s.ticket, s.due_at as DueAt, h.hangfire_id as Former
            from jobs.job_states s left join jobs.handed_over h on h.key = s.key
            where {Listed} and (h.key is null or h.ticket <> s.ticket or h.due_at <> s.due_at)
            order by s.due_at limit @most for update of s skip locked
            """, new { most }, cancellationToken: ct))];

    public static Task Note(NpgsqlConnection db, Unknown job, string number, DateTimeOffset now, CancellationToken ct) =>
        db.ExecuteAsync(new CommandDefinition("""
            insert into jobs.handed_over (key, ticket, due_at, hangfire_id, at) values (@Key, @Ticket, @due, @number, @now)
            on conflict (key) do update set ticket = @Ticket, due_at = @due, hangfire_id = @number, at = @now
            """, new { job.Key, job.Ticket, due = job.DueAt, number, now = now.UtcDateTime }, cancellationToken: ct));

    /// <summary>The same Hangfire job goes on at another date.</summary>
    public static Task Move(NpgsqlConnection db, Begun run, DateTimeOffset due, CancellationToken ct) =>
        db.ExecuteAsync(new CommandDefinition("update jobs.handed_over set due_at = @due where key = @Key and ticket = @Ticket",
            new { run.Key, run.Ticket, due = due.UtcDateTime }, cancellationToken: ct));

    /// <summary>Forgets keys that are no longer on the list, or done; answers what Hangfire knew them by.</summary>
    public static async Task<IReadOnlyList<string>> Forget(NpgsqlConnection db, CancellationToken ct) =>
        [.. await db.QueryAsync<string>(new CommandDefinition("""
            delete from jobs.handed_over h where not exists (select from jobs.job_states s where s.key = h.key and s.stage <> 'Done')
            returning hangfire_id
            """, cancellationToken: ct))];

    /// <summary>Listed jobs that should have begun or ended since, for Hangfire to be asked after.</summary>
    public static async Task<IReadOnlyList<(string Key, string Number)>> Overdue(NpgsqlConnection db, DateTimeOffset since, CancellationToken ct) =>
        [.. await db.QueryAsync<(string, string)>(new CommandDefinition($"""
            select h.key, h.hangfire_id from jobs.handed_over h join jobs.job_states s on s.key = h.key and s.ticket = h.ticket and s.due_at = h.due_at
            where {Listed} and s.due_at < @since and s.changed_at < @since and h.at < @since
            """, new { since = since.UtcDateTime }, cancellationToken: ct))];

    /// <summary>What Hangfire has under a date that is over.</summary>
    public static async Task<IReadOnlyList<string>> Waiting(NpgsqlConnection db, DateTimeOffset before, int most, CancellationToken ct) =>
        [.. await db.QueryAsync<string>(new CommandDefinition("""
            select h.hangfire_id from jobs.handed_over h join jobs.job_states s on s.key = h.key and s.ticket = h.ticket and s.due_at = h.due_at
              join hangfire.job j on j.id = h.hangfire_id::bigint and j.statename = 'Scheduled'
            where s.stage = 'Queued' and s.due_at < @before order by s.due_at limit @most
            """, new { before = before.UtcDateTime, most }, cancellationToken: ct))];

    public static Task Drop(NpgsqlConnection db, string key, string number, CancellationToken ct) =>
        db.ExecuteAsync(new CommandDefinition("delete from jobs.handed_over where key = @key and hangfire_id = @number", new { key, number }, cancellationToken: ct));
}
