using Dapper;
using Npgsql;

namespace Mekong.Advocacy.Engines.Quartz;

/// <summary>Finds what is on the list and not in Quartz's tables.</summary>
internal static class Strands
{
    /// <summary>Keys unchanged since a time and unknown to Quartz, or known to it only by a trigger it has given up.</summary>
    public static async Task<IReadOnlyList<(string Key, Guid Ticket)>> StrandedKeys(this NpgsqlConnection db, DateTimeOffset since, CancellationToken ct) =>
        [.. await db.QueryAsync<(string, Guid)>(new CommandDefinition("""
            select key, ticket from jobs.job_states s
            where (stage in ('Queued', 'Running') or stage = 'Failed' and every is not null and due_at < @since) and changed_at < @since
                and not exists (select from jobs.qrtz_triggers where job_name = s.key and trigger_state <> 'ERROR')
                and not exists (select from jobs.qrtz_fired_triggers where job_name = s.key)
            """, new { since = since.UtcDateTime }, cancellationToken: ct))];
}
