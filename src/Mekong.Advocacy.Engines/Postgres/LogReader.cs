using System.Runtime.CompilerServices;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// Reads the whole log in order without ever passing an event that may still be committed. A number once drawn is held by a lock
/// on the sequence until its transaction ends; so at a hole we remember who holds that lock, wait until they are gone, and read again.
/// </summary>
internal sealed class LogReader(NpgsqlDataSource database, EventCatalog catalog) : ILog
{
    /// <summary>Small for a reader who is nearly at the end; larger the longer it goes on, so that the server sends while we read.</summary>
    private const int FirstPage = 1000, LargestPage = 32_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public async IAsyncEnumerable<Recorded> Read(long position, [EnumeratorCancellation] CancellationToken ct)
    {
        var end = await LastDrawn(ct);
        var (deadUpTo, size, rows) = (0L, FirstPage, new EventRows(catalog));
        while (position < end)
        {
            var before = position;
            var hole = false;
            await foreach (var (number, happened) in Page(position, size, rows, ct))
            {
                hole = number > position + 1 && number - 1 > deadUpTo;
                if (hole) break;
                position = number;
                if (happened is not null) yield return happened;
            }
            size = Math.Min(size * 4, LargestPage);
            if (hole) deadUpTo = await WaitForHolders(ct);
            else if (position == before && deadUpTo >= end) yield break;
            else if (position == before) deadUpTo = await WaitForHolders(ct);
        }
    }

    private async IAsyncEnumerable<(long Number, Recorded? Event)> Page(long after, int size, EventRows events, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select {EventRows.Columns} from es.mt_events where seq_id > $1 order by seq_id limit $2");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = size });
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct)) yield return (rows.GetInt64(0), events.Read(rows));
    }

    /// <summary>Every number up to the returned one is committed or dead once this has returned.</summary>
    private async Task<long> WaitForHolders(CancellationToken ct)
    {
        var top = await LastDrawn(ct);
        var open = await Holders(ct);
        while (open.Count > 0)
        {
            await Task.Delay(Pause, ct);
            open.IntersectWith(await Holders(ct));
        }
        return top;
    }

    private async Task<long> LastDrawn(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select case when is_called then last_value else 0 end from es.mt_events_sequence");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task<HashSet<string>> Holders(CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select virtualtransaction from pg_locks where locktype = 'relation' and mode = 'RowExclusiveLock'
              and relation = 'es.mt_events_sequence'::regclass
              and database = (select oid from pg_database where datname = current_database())
            """);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var holders = new HashSet<string>();
        while (await rows.ReadAsync(ct)) holders.Add(rows.GetString(0));
        return holders;
    }
}
