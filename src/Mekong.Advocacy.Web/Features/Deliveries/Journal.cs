using System.Text;
using System.Threading.Channels;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// Writes the workers' notes into the ledger: everything that waits goes into one statement, so twenty connections share one commit.
/// A worker is answered when its note is on disk.
/// </summary>
public sealed class Journal(ITables tables, TimeProvider clock, ILogger logger, Guid owner, Holdings holdings) : IAsyncDisposable
{
    private const int Most = 500;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource givenUp = new();

    // A row that has met its fate keeps it. An attempt also asks whether it may still leave: the campaign is running, nobody has opted
    // out since the claim, and the lease is still ours.
    private const string WriteSql = """
        update advocacy.deliveries d set
          state = n.state, reason = n.reason, reply = coalesce(n.reply, d.reply), due_at = coalesce(n.due_at, d.due_at),
          attempts = d.attempts + n.counted, provider_id = coalesce(n.provider_id, d.provider_id), parts = coalesce(n.parts, d.parts),
          attempted_at = case when n.state = 'attempted' and n.due_at is null then @now else d.attempted_at end,
          settled_at = case when n.state in ('queued', 'attempted') then null else @now end,
          lease_owner = case when n.state = 'attempted' and n.due_at is null then d.lease_owner end,
          lease_until = case when n.state = 'attempted' and n.due_at is null then @until end
        from unnest(@ids, @states, @reasons, @replies, @dues, @counted, @providers, @parts)
          as n (id, state, reason, reply, due_at, counted, provider_id, parts)
        where d.id = n.id and d.state in ('queued', 'attempted')
          and (d.lease_owner = @owner or n.state not in ('queued', 'attempted'))
          and (n.state <> 'attempted' or n.due_at is not null or (
            exists (select from advocacy.alerts a where a.id = d.alert_id and a.stage = 'Sending')
            and exists (select from advocacy.consents c where c.contact_point_id = d.contact_point_id
              and c.withdrawn_at is null and c.suppressed_at is null)))
        returning d.id
        """;

    private readonly Channel<(Note[] Notes, TaskCompletionSource<bool> Written)> waiting =
        Channel.CreateUnbounded<(Note[], TaskCompletionSource<bool>)>(new() { SingleReader = true });

    private readonly Lock starting = new();
    private Task? writing;

    /// <summary>Returns once the notes are on disk: true when the ledger took the last of them.</summary>
    public Task<bool> Write(params Note[] notes)
    {
        lock (starting) writing ??= Task.Run(Run); // lanes begin at the same moment, and one of them may write
        var written = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Writer.TryWrite((notes, written));
        return written.Task;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        givenUp.CancelAfter(TimeSpan.FromSeconds(10));
        if (writing is not null) await writing;
        givenUp.Dispose();
    }

    private async Task Run()
    {
        var batch = new List<(Note[] Notes, TaskCompletionSource<bool> Written)>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < Most && waiting.Reader.TryRead(out var next)) batch.Add(next);
            var taken = (await WriteSurely([.. batch.SelectMany(entry => entry.Notes)])).ToHashSet();
            foreach (var note in batch.SelectMany(entry => entry.Notes).Where(note => !note.IsAttempt)) holdings.Remove(note.Id);
            foreach (var (notes, written) in batch) written.SetResult(taken.Contains(notes[^1].Id));
        }
    }

    /// <summary>An outcome is worth waiting for: while the database is away the notes are kept and tried once a second.</summary>
    private async Task<IReadOnlyList<long>> WriteSurely(Note[] notes)
    {
        while (true)
        {
            try { return await Store(notes); }
            catch (Exception e) when (!givenUp.IsCancellationRequested)
            {
                logger.LogError("The ledger could not be written ({Error}); {Count} notes wait", e.Message, notes.Length);
                await Task.Delay(BetweenTries, givenUp.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (Exception) when (givenUp.IsCancellationRequested) { return []; }
        }
    }

    private Task<IReadOnlyList<long>> Store(Note[] notes)
    {
        var now = clock.GetUtcNow();
        return tables.Query<long>(WriteSql, new
        {
            owner,
            now,
            until = now + Claims.Lease,
            ids = notes.Select(note => note.Id).ToArray(),
            states = notes.Select(note => note.State).ToArray(),
            reasons = notes.Select(note => Storable(note.Reason)).ToArray(),
            replies = notes.Select(note => Storable(note.Reply)).ToArray(),
            dues = notes.Select(note => note.DueAt?.ToUniversalTime()).ToArray(), // DateTime would lose its kind behind a first null
            counted = notes.Select(note => note.Counts ? 1 : 0).ToArray(),
            parts = notes.Select(note => note.Parts).ToArray(),
            providers = notes.Select(note => Storable(note.ProviderId)).ToArray(),
        }, CancellationToken.None);
    }

    /// <summary>Other people's words may hold what no database takes; one such note would keep all others waiting.</summary>
    private static string? Storable(string? text) => text is null ? null
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace('\0', ' ')));
}
