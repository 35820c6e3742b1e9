using Dapper;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Quartz;

/// <summary>Reads the operations page's list of jobs.</summary>
internal static class JobList
{
    public static async Task<IReadOnlyList<JobState>> ListJobs(this NpgsqlConnection db, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await db.QueryAsync<Row>(new CommandDefinition("""
            select key, command, arguments, due_at as DueAt, every, stage, attempts, last_error as LastError, changed_at as ChangedAt
            from jobs.job_states where stage <> 'Done' or changed_at > @yesterday
            order by changed_at desc, key limit 500
            """, new { yesterday = now.UtcDateTime.AddDays(-1) }, cancellationToken: ct));
        return [.. rows.Select(r => new JobState(new Job(r.Key, r.Command, r.Arguments, r.DueAt, r.Every),
            Enum.Parse<JobStage>(r.Stage), r.Attempts, r.LastError, r.ChangedAt))];
    }

    /// <summary>Keys unchanged since a time and unknown to Quartz, or known to it only by a trigger it has given up.</summary>
    public static async Task<IReadOnlyList<(string Key, Guid Ticket)>> StrandedKeys(this NpgsqlConnection db, DateTimeOffset since, CancellationToken ct) =>
        [.. await db.QueryAsync<(string, Guid)>(new CommandDefinition("""
            select key, ticket from jobs.job_states s
            where (stage in ('Queued', 'Running') or stage = 'Failed' and every is not null and due_at < @since) and changed_at < @since
                and not exists (select from jobs.qrtz_triggers where job_name = s.key and trigger_state <> 'ERROR')
                and not exists (select from jobs.qrtz_fired_triggers where job_name = s.key)
            """, new { since = since.UtcDateTime }, cancellationToken: ct))];

    private sealed record Row(string Key, string Command, string Arguments, DateTime DueAt, string? Every, string Stage, int Attempts,
        string? LastError, DateTime ChangedAt);
}
