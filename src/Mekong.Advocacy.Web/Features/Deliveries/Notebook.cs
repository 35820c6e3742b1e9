using Microsoft.Win32.SafeHandles;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// A worker's own file of what leaves and what was answered, a note a line. A note that is entered outlives the process at once, and the
/// machine's power a few milliseconds later; so no lane waits for the database between two messages. Whoever finds the file of a worker
/// that died (its lock is free) writes what it says into the ledger: <see cref="Estate"/>.
/// </summary>
internal sealed class Notebook : IDisposable
{
    /// <summary>Bytes of which the ledger has most, after which the file is made anew with the rest.</summary>
    private const long Long = 8 << 20;

    private const string New = ".new";

    /// <summary>Between two flushes, so that a disk that is quick is not asked thousands of times a second for a handful of notes each.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(4);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim dirty = new(0, 1);
    private readonly ManualResetEventSlim closing = new();
    private readonly List<(long Until, TaskCompletionSource OnDisk)> waiting = [];
    private readonly string path;
    private readonly Thread flusher;
    private SafeFileHandle file;
    private long begins, written, flushed;
    private IOException? broken;

    /// <param name="path">Where no file is yet; it stays locked while this lives.</param>
    public Notebook(string path)
    {
        this.path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        file = Make(path);
        flusher = new Thread(Flush) { IsBackground = true, Name = "notebook" };
        flusher.Start();
    }

    /// <summary>When this returns, no end of the process can lose the notes.</summary>
    /// <returns>What to ask <see cref="OnDisk"/> for, and to tell <see cref="Saved"/>.</returns>
    /// <exception cref="IOException">The disk is full or broken: the notes are to be kept elsewhere.</exception>
    public long Enter(IReadOnlyCollection<Note> notes)
    {
        var lines = NoteLines.Of(notes);
        lock (gate)
        {
            if (broken is not null) throw new IOException(broken.Message, broken);
            RandomAccess.Write(file, lines, written - begins);
            written += lines.Length;
            Stir();
            return written;
        }
    }

    /// <summary>Ends when no loss of power can lose what was entered up to here.</summary>
    public Task OnDisk(long until)
    {
        lock (gate)
        {
            if (flushed >= until) return Task.CompletedTask;
            var onDisk = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((until, onDisk));
            return onDisk.Task;
        }
    }

    /// <summary>The ledger has everything up to here, but for what is in the worker's hands: the file need not keep it.</summary>
    public void Saved(long until, IReadOnlyCollection<Note> inHand)
    {
        lock (gate)
        {
            if (until == written && inHand.Count == 0) RandomAccess.SetLength(file, 0);
            else if (until - begins >= Long) Replace([.. NoteLines.Of(inHand), .. Rest(until)]);
            else return;
            begins = written - RandomAccess.GetLength(file);
        }
    }

    /// <summary>What the ledger has not taken stays in the file, for whoever finds it.</summary>
    public void Dispose()
    {
        closing.Set();
        Stir();
        flusher.Join();
        if (written == begins) File.Delete(path);
        file.Dispose();
        dirty.Dispose();
        closing.Dispose();
    }

    private static SafeFileHandle Make(string path)
    {
        var made = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(made, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return made;
    }

    private byte[] Rest(long from)
    {
        var rest = new byte[written - from];
        RandomAccess.Read(file, rest, from - begins);
        return rest;
    }

    private void Replace(byte[] lines)
    {
        var next = Make(path + New);
        RandomAccess.Write(next, lines, 0);
        RandomAccess.FlushToDisk(next);
        File.Move(path + New, path, overwrite: true);
        file.Dispose();
        file = next;
    }

    private void Stir()
    {
        lock (gate)
        {
            if (dirty.CurrentCount == 0) dirty.Release();
        }
    }

    /// <summary>All that was entered while the disk was busy reaches it together.</summary>
    private void Flush()
    {
        while (true)
        {
            dirty.Wait();
            var (until, last) = (0L, false);
            lock (gate) (until, last) = (written, closing.IsSet);
            IOException? failed = null;
            try { RandomAccess.FlushToDisk(file); }
            catch (ObjectDisposedException) { } // made anew meanwhile, which is on disk
            catch (IOException e) { failed = e; } // from now on nothing is entered; what was, outlives the process still
            lock (gate)
            {
                (flushed, broken) = (until, broken ?? failed);
                foreach (var (_, onDisk) in waiting.Where(wait => wait.Until <= until)) onDisk.SetResult();
                waiting.RemoveAll(wait => wait.Until <= until);
            }
            if (last) return;
            closing.Wait(Gathering);
        }
    }
}
