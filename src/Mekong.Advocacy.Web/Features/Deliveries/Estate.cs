using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// Writes into the ledger what workers left in their notebooks when they died, and lets go of what they held. A notebook in use is locked
/// by its worker; the lock ends with the process, however it ended.
/// </summary>
internal sealed class Estate(string folder, string channel, Ledger ledger, ITables tables, TimeProvider clock, ILogger logger)
{
    private const int AtOnce = 1000;

    // A copy of a database that was made before knows nothing of the worker, and its rows may have the same numbers.
    private const string Known = """
        select exists (select from advocacy.delivery_batches where lease_owner = @owner) or exists (select from advocacy.in_flight where owner = @owner)
        """;

    // Where the machine was not started anew since, the notebook says all: the rest of the batches has not left. Else its end may be lost, and
    // whoever takes over the batches must know that somebody had them.
    private const string LetGo = """
        with marked as (update advocacy.deliveries set state = 'attempted', attempted_at = @now where id = any(@leaving) and state = 'queued')
        update advocacy.delivery_batches set lease_until = least(lease_until, @now), lease_owner = case when not @whole then lease_owner end
        where lease_owner = @owner
        """;

    private const string Late = "select exists (select from advocacy.delivery_batches where lease_owner = @owner and open and lease_until < @now)";

    private readonly Dictionary<string, long> copied = [];

    /// <summary>A worker's notebook; null where the folder cannot be written: the ledger is asked for every message then.</summary>
    public Notebook? NotebookOf(Guid owner)
    {
        try { return new Notebook(Path.Combine(folder, new NotebookName(channel, owner, NotebookName.ThisBoot).ToString())); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("Messages leave slower than they could, for {Folder} cannot be written: {Error}", folder, e.Message);
            return null;
        }
    }

    /// <summary>
    /// Settles what nobody holds any more, and copies what a worker noted that stands still, so that its leases ran out; to be done before
    /// the batches of either are taken over.
    /// </summary>
    public async Task Settle(CancellationToken ct)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, $"{channel}-*.notes"))
        {
            if (NotebookName.Read(path) is { } name) await Settle(path, name, ct);
        }
    }

    private async Task Settle(string path, NotebookName name, CancellationToken ct)
    {
        var owner = name.Owner;
        FileStream file;
        try { file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) // it lives, or somebody else is at it
        {
            await Copy(path, owner, ct);
            return;
        }
        await using (file)
        {
            if (file.Length == 0)
            {
                File.Delete(path);
                return;
            }
            if (!(await tables.Query<bool>(Known, new { owner }, ct))[0])
            {
                logger.LogWarning("The notebook {File} speaks of another database and was put aside", Path.GetFileName(path));
                File.Move(path, path + ".unknown", overwrite: true);
                return;
            }
            using var reader = new StreamReader(file);
            var (answered, leaving) = await Enter(reader, owner, ct);
            await tables.Execute(LetGo, new { owner, now = clock.GetUtcNow(), leaving = leaving.ToArray(), whole = name.IsOfThisBoot }, ct);
            logger.LogWarning("A worker that died left {Count} answers, and {Leaving} messages in doubt", answered, leaving.Count);
            File.Delete(path);
        }
    }

    /// <summary>A worker that is late is perhaps frozen with its machine's memory, and writes the same once more when it thaws: a row keeps what it was told first.</summary>
    private async Task Copy(string path, Guid owner, CancellationToken ct)
    {
        if (!(await tables.Query<bool>(Late, new { owner, now = clock.GetUtcNow() }, ct))[0]) return;
        using var reader = LockedFile.Read(path);
        if (reader is null || copied.GetValueOrDefault(path, -1) == reader.BaseStream.Length) return;
        var length = reader.BaseStream.Length;
        var (answered, leaving) = await Enter(reader, owner, ct);
        copied[path] = length;
        logger.LogWarning("A worker that stands still has noted {Count} answers, and {Leaving} messages in doubt", answered, leaving.Count);
    }

    private async Task<(int Answered, HashSet<long> Leaving)> Enter(StreamReader reader, Guid owner, CancellationToken ct)
    {
        var notes = NoteLines.Read(Lines(reader)).ToList();
        var leaving = notes.Where(note => note.IsLeaving).Select(note => note.Id).ToHashSet();
        var answered = notes.Where(note => !note.IsAttempt).ToList();
        leaving.ExceptWith(answered.Select(note => note.Id));
        foreach (var some in answered.Chunk(AtOnce)) await ledger.Write(owner, some, leaving, ct);
        await ledger.Write(owner, [], leaving, ct);
        return (answered.Count, leaving);
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line) yield return line;
    }
}
