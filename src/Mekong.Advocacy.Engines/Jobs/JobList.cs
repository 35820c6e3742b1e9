using Dapper;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Jobs;

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

    private sealed record Row(string Key, string Command, string Arguments, DateTime DueAt, string? Every, string Stage, int Attempts,
        string? LastError, DateTime ChangedAt);
}
