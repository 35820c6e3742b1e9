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

    /// <summary>Settles what nobody holds any more; to be done before the dead one's batches are taken over.</summary>
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return; } // it lives, or somebody else is at it
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
            var notes = NoteLines.Read(Lines(reader)).ToList();
            var leaving = notes.Where(note => note.IsLeaving).Select(note => note.Id).ToHashSet();
            var answered = notes.Where(note => !note.IsAttempt).ToList();
            leaving.ExceptWith(answered.Select(note => note.Id));
            foreach (var some in answered.Chunk(AtOnce)) await ledger.Write(owner, some, leaving, ct);
            await ledger.Write(owner, [], leaving, ct);
            await tables.Execute(LetGo, new { owner, now = clock.GetUtcNow(), leaving = leaving.ToArray(), whole = name.IsOfThisBoot }, ct);
            logger.LogWarning("A worker that died left {Count} answers, and {Leaving} messages in doubt", answered.Count, leaving.Count);
            File.Delete(path);
        }
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line) yield return line;
    }
}
