using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>Schedules jobs inside a transaction that somebody else commits: they exist if it commits, and run about a second after.</summary>
internal interface IEnlistedJobs
{
    /// <summary>
    /// Call it last before the commit and once a transaction: it takes the scheduler's cluster-wide lock, which the transaction then
    /// holds until it ends.
    /// </summary>
    Task Schedule(IReadOnlyList<Job> jobs, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct);
}
