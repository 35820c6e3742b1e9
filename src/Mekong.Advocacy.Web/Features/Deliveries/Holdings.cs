namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// What one worker has in hand: rows, from the claim until its last note on them is on disk, and the batches they came with. A batch is
/// empty-handed when its last row is; then it is to be given back.
/// </summary>
public sealed class Holdings
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, long> rows = [];
    private readonly Dictionary<long, int> batches = [];

    /// <summary>Rows that came alone.</summary>
    public long[] Rows { get { lock (gate) return [.. rows.Where(row => row.Value == 0).Select(row => row.Key)]; } }

    public long[] Batches { get { lock (gate) return [.. batches.Keys]; } }

    public bool IsEmpty { get { lock (gate) return batches.Count == 0; } }

    /// <returns>What was not in hand already.</returns>
    public IReadOnlyList<Claimed> Add(IReadOnlyList<long> taken, IReadOnlyList<Claimed> claimed)
    {
        lock (gate)
        {
            foreach (var batch in taken) batches[batch] = 0;
            List<Claimed> added = [.. claimed.Where(row => rows.TryAdd(row.Id, row.Batch))];
            foreach (var row in added.Where(row => row.Batch != 0)) batches[row.Batch]++;
            return added;
        }
    }

    public void Remove(long id)
    {
        lock (gate)
        {
            if (rows.Remove(id, out var batch) && batch != 0) batches[batch]--;
        }
    }

    /// <summary>Batches of which nothing is in hand any more; they stay until <see cref="Forget"/>.</summary>
    public long[] Emptied { get { lock (gate) return [.. batches.Where(batch => batch.Value == 0).Select(batch => batch.Key)]; } }

    public void Forget(IEnumerable<long> given)
    {
        lock (gate)
        {
            foreach (var batch in given) batches.Remove(batch);
        }
    }
}
