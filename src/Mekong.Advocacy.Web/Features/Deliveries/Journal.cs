using System.Text;
using System.Threading.Channels;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// Writes the workers' notes into the ledger: everything that waits goes into one statement, so twenty connections share one commit.
/// A worker is answered when its note is on disk.
/// </summary>
public sealed class Journal(ITables tables, TimeProvider clock, ILogger logger, Guid owner, Holdings holdings, int lanes) : IAsyncDisposable
{
    private const int Most = 500, Turns = 10;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource givenUp = new();

    // A row that has met its fate keeps it. Whatever leaves it open needs the lease, its own or its batch's. An attempt also asks whether
    // it may still leave: the campaign is running and nobody has opted out since the claim. (Not "exists": that may be planned as a hash over
    // everybody's consents, which costs more than the rest together. And "(select @ids)": where the planner does not see how many notes there
    // are, one plan serves all statements, and is made once.)
    private const string WriteSql = """
        update advocacy.deliveries d set
          state = n.state, reason = n.reason, reply = coalesce(n.reply, d.reply), attempts = d.attempts + n.counted,
          provider_id = coalesce(n.provider_id, d.provider_id), parts = coalesce(n.parts, d.parts),
          due_at = case when n.attempt then d.due_at else n.due_at end,
          attempted_at = case when n.attempt then @now else d.attempted_at end,
          settled_at = case when n.state in ('queued', 'attempted') then null else @now end,
          lease_owner = case when n.attempt then d.lease_owner end,
          lease_until = case when n.attempt then d.lease_until end
        from (
          select *, state = 'attempted' and due_at is null as attempt
          from unnest((select @ids), (select @batches), (select @states), (select @reasons), (select @replies), (select @dues),
              (select @counted), (select @providers), (select @parts))
            as u (id, batch, state, reason, reply, due_at, counted, provider_id, parts)) n
        where d.id = n.id and d.state in ('queued', 'attempted')
          and (n.state not in ('queued', 'attempted') or d.lease_owner = @owner or d.due_at is null and n.batch in (
            select b.id from advocacy.delivery_batches b where b.lease_owner = @owner))
          and (not n.attempt or (
            d.alert_id in (select a.id from advocacy.alerts a where a.stage = 'Sending')
            and (select c.withdrawn_at is null and c.suppressed_at is null
              from advocacy.consents c where c.contact_point_id = d.contact_point_id)))
        returning d.id
        """;

    private readonly Channel<(Note[] Notes, TaskCompletionSource<bool> Written)> waiting =
        Channel.CreateUnbounded<(Note[], TaskCompletionSource<bool>)>(); // one for a single reader would not count what waits

    private readonly Lock starting = new();
    private Task? writing;

    /// <summary>Returns once the notes are on disk: true when the ledger took the last of them.</summary>
    public Task<bool> Write(params Note[] notes)
    {
        // Lanes begin at the same moment, and one of them may start the writer.
        lock (starting) writing ??= Task.Run(Run);
        var written = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Writer.TryWrite((notes, written));
        return written.Task;
    }

    /// <summary>A row that does not leave and about which nothing is to be written: it goes back with its batch.</summary>
    public void LetGo(Claimed row) => holdings.Remove(row.Id);

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
            // Whoever is about to speak is heard first: a statement for ten costs little more than one for two.
            for (var turn = 0; turn < Turns && waiting.Reader.Count < lanes / 3; turn++) await Task.Yield();
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
            ids = notes.Select(note => note.Id).ToArray(),
            batches = notes.Select(note => note.Batch).ToArray(),
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
