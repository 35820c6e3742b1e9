using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// Tells the database how large its log has become, whenever that is ten times what it was. PostgreSQL keeps the plan that it made when the
/// tables were almost empty, which is to read them whole: for the check of every event's stream too (seen: 18,000 rows read an event). Its own
/// look at a grown table comes up to a minute later.
/// </summary>
internal sealed class LogGrowth(NpgsqlDataSource database, ILogger<LogGrowth> log)
{
    private static readonly long[] Marks = [500, 5_000, 50_000, 500_000];

    /// <summary>Whoever has drawn one of these numbers tells; nobody waits for it.</summary>
    public void Recorded(long first, long last)
    {
        if (Array.Exists(Marks, mark => first <= mark && mark <= last)) _ = Tell();
    }

    private async Task Tell()
    {
        try
        {
            await using var command = database.CreateCommand("analyze es.mt_streams, es.mt_events");
            await command.ExecuteNonQueryAsync();
        }
#pragma warning disable CA1031 // nothing is lost but some speed, and the database looks itself in a minute
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning(e, "The database could not be told how large the log is");
        }
    }
}
