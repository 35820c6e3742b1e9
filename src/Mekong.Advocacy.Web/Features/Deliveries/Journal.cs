using System.Threading.Channels;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// Where a worker's lanes leave their notes. What is told stands in the notebook at once and follows into the ledger with what gathers
/// meanwhile; whoever asks is answered by the ledger, and everything that waits goes into one statement.
/// </summary>
internal sealed class Journal(Ledger ledger, Notebook? notebook, ILogger logger, Guid owner, Holdings holdings, int lanes) : IAsyncDisposable
{
    private const int Most = 2000, Gathered = 500, Turns = 10, MostBehind = 4000;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1), Look = TimeSpan.FromMilliseconds(5);
    private const int Looks = 20;

    private readonly CancellationTokenSource givenUp = new();

    private readonly Channel<Entry> waiting = Channel.CreateUnbounded<Entry>(); // one for a single reader would not count what waits

    /// <summary>What was let go and has not met its answer in the ledger.</summary>
    private readonly Dictionary<long, Note> inHand = [];

    private readonly Lock entering = new();
    private Task? writing;
    private int asking;
    private volatile bool closing;

    /// <summary>Returns once the notes are in the ledger: true when it took the last of them.</summary>
    public Task<bool> Ask(Note[] notes)
    {
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Increment(ref asking);
        lock (entering) Enter(notes, answer, Noted([.. notes.Where(note => !note.IsAttempt)]) ?? 0);
        return answer.Task;
    }

    /// <summary>Returns once the notes outlive the process.</summary>
    /// <returns>Ends when they outlive the machine's power. Null: the ledger is to be asked, for it is far behind or there is no notebook.</returns>
    public Task? Tell(Note[] notes)
    {
        if (notebook is null || waiting.Reader.Count > MostBehind) return null;
        lock (entering)
        {
            if (Noted(notes) is not { } until) return null;
            Enter(notes, answer: null, until);
            return notebook.OnDisk(until);
        }
    }

    /// <summary>A row that does not leave and about which nothing is to be written: it goes back with its batch.</summary>
    public void LetGo(Claimed row) => holdings.Remove(row.Id);

    public async ValueTask DisposeAsync()
    {
        closing = true;
        waiting.Writer.TryComplete();
        givenUp.CancelAfter(TimeSpan.FromSeconds(10));
        if (writing is not null) await writing;
        notebook?.Dispose();
        givenUp.Dispose();
    }

    /// <summary>What stands in the notebook in some order comes to the ledger in the same.</summary>
    private void Enter(Note[] notes, TaskCompletionSource<bool>? answer, long until)
    {
        writing ??= Task.Run(Run);
        waiting.Writer.TryWrite(new(notes, answer, until));
    }

    /// <returns>Where they end in the notebook; null when it cannot be written.</returns>
    private long? Noted(Note[] notes)
    {
        try { return notebook?.Enter(notes); }
        catch (IOException e)
        {
            logger.LogError("The notebook could not be written ({Error}); the ledger is asked for every message", e.Message);
            return null;
        }
    }

    private void Shorten(long until)
    {
        try { notebook?.Saved(until, inHand.Values); }
        catch (IOException e) { logger.LogError("The notebook could not be shortened and grows: {Error}", e.Message); }
    }

    private async Task Run()
    {
        var batch = new List<Entry>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            await Gather();
            while (batch.Count < Most && waiting.Reader.TryRead(out var next)) batch.Add(next);
            await Write(batch);
        }
    }

    /// <summary>Whoever is about to speak is heard first: a statement for ten costs little more than one for two.</summary>
    private async Task Gather()
    {
        for (var look = 0; look < Looks && Volatile.Read(ref asking) == 0 && waiting.Reader.Count < Gathered && !closing; look++) await Task.Delay(Look);
        for (var turn = 0; turn < Turns && waiting.Reader.Count < lanes / 3; turn++) await Task.Yield();
    }

    private async Task Write(List<Entry> batch)
    {
        foreach (var note in batch.Where(entry => entry.Answer is null).SelectMany(entry => entry.Notes).Where(note => note.IsLeaving)) inHand[note.Id] = note;
        Note[] said = [.. batch.SelectMany(entry => entry.Notes.Where(note => entry.Answer is not null || !note.IsLeaving))];
        foreach (var note in said.Where(note => !note.IsAttempt)) inHand.Remove(note.Id);
        if (await WriteSurely(said) is not { } taken) return;
        Note[] leaving = [.. said.Where(note => note.IsLeaving && taken.Contains(note.Id))];
        foreach (var note in leaving) inHand[note.Id] = note;
        foreach (var note in said.Where(note => !note.IsAttempt)) holdings.Remove(note.Id);
        lock (entering) if (leaving.Length > 0) Noted(leaving);
        Shorten(batch.Max(entry => entry.Until));
        foreach (var (notes, answer, _) in batch)
        {
            if (answer is null) continue;
            Interlocked.Decrement(ref asking);
            answer.SetResult(taken.Contains(notes[^1].Id));
        }
    }

    /// <summary>An outcome is worth waiting for: while the database is away the notes are kept and tried once a second.</summary>
    /// <returns>What the ledger took; null when the worker has to end before.</returns>
    private async Task<HashSet<long>?> WriteSurely(Note[] notes)
    {
        while (true)
        {
            try { return [.. await ledger.Write(owner, notes, inHand.Keys, CancellationToken.None)]; }
            catch (Exception e) when (!givenUp.IsCancellationRequested)
            {
                logger.LogError("The ledger could not be written ({Error}); {Count} notes wait", e.Message, notes.Length);
                await Task.Delay(BetweenTries, givenUp.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (Exception) when (givenUp.IsCancellationRequested) { return null; }
        }
    }

    /// <param name="Answer">Null: nobody waits.</param>
    /// <param name="Until">Where it ends in the notebook.</param>
    private sealed record Entry(Note[] Notes, TaskCompletionSource<bool>? Answer, long Until);
}
