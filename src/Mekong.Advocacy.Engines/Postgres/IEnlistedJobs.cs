using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>Jobs that exist only if the transaction in which they were scheduled commits.</summary>
internal interface IEnlistedJobs
{
    Task Schedule(IReadOnlyList<Job> jobs, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct);
}
