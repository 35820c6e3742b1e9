using System.Text;
using System.Threading.Channels;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// Writes the workers' notes into the ledger: everything that waits goes into one statement, so twenty connections share one commit.
/// A worker is answered when its note is on disk.
/// </summary>
public sealed partial class Journal(ITables tables, TimeProvider clock, ILogger logger, Guid owner, Holdings holdings, int lanes, bool mayGoTwice) : IAsyncDisposable
{
    private const int Most = 500, Turns = 10;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource givenUp = new();

    private readonly Channel<(Note[] Notes, TaskCompletionSource<bool> Written)> waiting =
        Channel.CreateUnbounded<(Note[], TaskCompletionSource<bool>)>(); // one for a single reader would not count what waits

    /// <summary>What was let go and has not met its answer on disk.</summary>
    private readonly HashSet<long> inFlight = [];

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
            Note[] said = [.. batch.SelectMany(entry => entry.Notes)];
            inFlight.ExceptWith(said.Where(note => !note.IsAttempt).Select(note => note.Id));
            var taken = (await WriteSurely(said)).ToHashSet();
            inFlight.UnionWith(said.Where(note => note.IsLeaving && taken.Contains(note.Id)).Select(note => note.Id));
            foreach (var note in said.Where(note => !note.IsAttempt)) holdings.Remove(note.Id);
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
            kept = inFlight.ToArray(),
            tracked = mayGoTwice,
        }, CancellationToken.None);
    }

    /// <summary>Other people's words may hold what no database takes; one such note would keep all others waiting.</summary>
    private static string? Storable(string? text) => text is null ? null
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace('\0', ' ')));
}
