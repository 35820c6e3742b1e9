using System.Runtime.CompilerServices;
using JasperFx.Events.Daemon;
using Marten;
using Marten.Events.Archiving;
using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Marten;

/// <summary>
/// Reads the log as far as Marten's high-water mark: it stands before every number that a running transaction may still commit, and passes
/// a number that nobody will commit any more after three seconds.
/// </summary>
internal sealed class MartenLog(MartenDesk desk) : ILog, IDisposable, IAsyncDisposable
{
    private const int PageSize = 5000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly SemaphoreSlim lookout = new(1, 1);
    private IProjectionDaemon? daemon;
    private long mark;

    public async IAsyncEnumerable<Recorded> Read(long position, [EnumeratorCancellation] CancellationToken ct)
    {
        var store = await desk.Open(ct);
        var end = await Mark(store, await LastCommitted(ct), ct);
        while (position < end)
        {
            var page = await Page(store, position, end, ct);
            foreach (var stored in page) if (MartenEvents.Recorded(stored) is { } happened) yield return happened;
            position = page.Count == 0 ? end : page[^1].Sequence;
        }
    }

    private static async Task<IReadOnlyList<JasperFx.Events.IEvent>> Page(DocumentStore store, long after, long end, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Events.QueryAllRawEvents().Where(e => e.Sequence > after && e.Sequence <= end && e.MaybeArchived())
            .OrderBy(e => e.Sequence).Take(PageSize).ToListAsync(ct);
    }

    /// <summary>The mark once it has reached what was committed; asks Marten only when there is something new.</summary>
    private async Task<long> Mark(DocumentStore store, long committed, CancellationToken ct)
    {
        while (Interlocked.Read(ref mark) < committed)
        {
            await lookout.WaitAsync(ct);
            try
            {
                if (Interlocked.Read(ref mark) >= committed) break;
                daemon ??= await store.BuildProjectionDaemonAsync();
                await daemon.PrepareForRebuildsAsync().WaitAsync(ct); // moves the mark as far as it may go now, waiting at holes
                Interlocked.Exchange(ref mark, daemon.Tracker.HighWaterMark);
                if (mark < committed) await Task.Delay(Pause, ct);
            }
            finally
            {
                lookout.Release();
            }
        }
        return Interlocked.Read(ref mark);
    }

    private async Task<long> LastCommitted(CancellationToken ct)
    {
        await using var command = desk.Database.CreateCommand("select coalesce(max(seq_id), 0) from es.mt_events");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public void Dispose()
    {
        daemon?.Dispose();
        lookout.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
